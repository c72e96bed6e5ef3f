package dev.talaria.bench;

import dev.talaria.appserver.ServerCalls;
import dev.talaria.protocol.CommandExecutionApprovalParams;
import dev.talaria.protocol.CurrentTimeParams;
import dev.talaria.protocol.DynamicToolCallParams;
import dev.talaria.protocol.FileChangeApprovalParams;
import dev.talaria.protocol.LegacyCommandApprovalParams;
import dev.talaria.protocol.LegacyPatchApprovalParams;
import dev.talaria.protocol.McpElicitationParams;
import dev.talaria.protocol.PermissionsApprovalParams;
import dev.talaria.protocol.UserInputParams;
import dev.talaria.rpc.RpcRequest;

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
  public void toolCall(RpcRequest request, DynamicToolCallParams params) {
    taken = params;
  }

  @Override
  public void currentTime(RpcRequest request, CurrentTimeParams params) {
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
