package dev.talaria.bench;

import dev.talaria.appserver.ServerCalls;
import dev.talaria.protocol.wire.CommandExecutionApprovalParams;
import dev.talaria.protocol.wire.FileChangeApprovalParams;
import dev.talaria.protocol.wire.LegacyCommandApprovalParams;
import dev.talaria.protocol.wire.LegacyPatchApprovalParams;
import dev.talaria.protocol.wire.McpElicitationParams;
import dev.talaria.protocol.wire.PermissionsApprovalParams;
import dev.talaria.protocol.wire.ServiceParams;
import dev.talaria.protocol.wire.ToolCallParams;
import dev.talaria.protocol.wire.UserInputParams;
import dev.talaria.rpc.peer.RpcRequest;

/**
 * Serves what Codex may call by keeping what it was called with last.
 *
 * <p>Belongs to one thread.
 */
final class TakenCalls implements ServerCalls {

  private Object taken;

  /** The params of the call since the last look. */
  Object take() {
    Object params = taken;
    if (params == null) {
      throw new IllegalStateException("nothing was called");
    }
    taken = null;
    return params;
  }

  @Override
  public void commandApproval(RpcRequest request, CommandExecutionApprovalParams params) {
    taken = params;
  }

  @Override
  public void fileChangeApproval(RpcRequest request, FileChangeApprovalParams params) {
    taken = params;
  }

  @Override
  public void permissionsApproval(RpcRequest request, PermissionsApprovalParams params) {
    taken = params;
  }

  @Override
  public void mcpElicitation(RpcRequest request, McpElicitationParams params) {
    taken = params;
  }

  @Override
  public void userInput(RpcRequest request, UserInputParams params) {
    taken = params;
  }

  @Override
  public void toolCall(RpcRequest request, ToolCallParams params) {
    taken = params;
  }

  @Override
  public void currentTime(RpcRequest request, ServiceParams.CurrentTimeParams params) {
    taken = params;
  }

  @Override
  public void legacyCommandApproval(RpcRequest request, LegacyCommandApprovalParams params) {
    taken = params;
  }

  @Override
  public void legacyPatchApproval(RpcRequest request, LegacyPatchApprovalParams params) {
    taken = params;
  }
}
