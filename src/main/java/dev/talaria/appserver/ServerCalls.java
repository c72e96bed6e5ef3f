package dev.talaria.appserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.googlecode.jsonrpc4j.JsonRpcMethod;
import dev.talaria.protocol.CommandExecutionApprovalParams;
import dev.talaria.protocol.FileChangeApprovalParams;
import dev.talaria.protocol.McpElicitationParams;
import dev.talaria.protocol.PermissionsApprovalParams;

/**
 * What Codex may call: the whole of it, everything else is answered with "unsupported method".
 *
 * <p>A method takes the question over and returns at once; the answer goes out later under the
 * request's id. Called on the thread that dispatches, one call at a time.
 */
public interface ServerCalls {

  /** May this command run? */
  @JsonRpcMethod(value = "item/commandExecution/requestApproval", required = true)
  void commandApproval(JsonNode requestId, CommandExecutionApprovalParams params);

  /** May these files be changed? */
  @JsonRpcMethod(value = "item/fileChange/requestApproval", required = true)
  void fileChangeApproval(JsonNode requestId, FileChangeApprovalParams params);

  /** May the agent have more permissions? */
  @JsonRpcMethod(value = "item/permissions/requestApproval", required = true)
  void permissionsApproval(JsonNode requestId, PermissionsApprovalParams params);

  /** An MCP server's question, or the question whether an MCP tool may run. */
  @JsonRpcMethod(value = "mcpServer/elicitation/request", required = true)
  void mcpElicitation(JsonNode requestId, McpElicitationParams params);
}
