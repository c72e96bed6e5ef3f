package dev.talaria.bench;

import com.fasterxml.jackson.databind.JsonNode;
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
  public void currentTime(JsonNode requestId, CurrentTimeParams params) {
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
