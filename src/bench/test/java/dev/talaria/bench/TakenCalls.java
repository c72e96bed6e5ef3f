package dev.talaria.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.appserver.ServerCalls;
import dev.talaria.protocol.wire.CommandExecutionApprovalParams;
import dev.talaria.protocol.wire.ServiceParams;
import dev.talaria.protocol.wire.DynamicToolCallParams;
import dev.talaria.protocol.wire.FileChangeApprovalParams;
import dev.talaria.protocol.wire.LegacyCommandApprovalParams;
import dev.talaria.protocol.wire.LegacyPatchApprovalParams;
import dev.talaria.protocol.wire.McpElicitationParams;
import dev.talaria.protocol.wire.PermissionsApprovalParams;
import dev.talaria.protocol.wire.UserInputParams;

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
  public void commandApproval(JsonNode requestId, CommandExecutionApprovalParams params) {
    taken = params;
  }

  @Override
  public void fileChangeApproval(JsonNode requestId, FileChangeApprovalParams params) {
    taken = params;
  }

  @Override
  public void permissionsApproval(JsonNode requestId, PermissionsApprovalParams params) {
    taken = params;
  }

  @Override
  public void mcpElicitation(JsonNode requestId, McpElicitationParams params) {
    taken = params;
  }

  @Override
  public void userInput(JsonNode requestId, UserInputParams params) {
    taken = params;
  }

  @Override
  public void toolCall(JsonNode requestId, DynamicToolCallParams params) {
    taken = params;
  }

  @Override
  public void currentTime(JsonNode requestId, ServiceParams.CurrentTime params) {
    taken = params;
  }

  @Override
  public void legacyCommandApproval(JsonNode requestId, LegacyCommandApprovalParams params) {
    taken = params;
  }

  @Override
  public void legacyPatchApproval(JsonNode requestId, LegacyPatchApprovalParams params) {
    taken = params;
  }
}
