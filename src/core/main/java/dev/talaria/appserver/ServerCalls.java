package dev.talaria.appserver;

import com.googlecode.jsonrpc4j.JsonRpcMethod;
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
 * What a thread of Codex may call; with {@link ConnectionCalls} the whole of it, everything else is
 * answered with "unsupported method".
 *
 * <p>A method takes the request over and returns at once; the answer goes out later under the
 * request's id. Called on the thread that dispatches, one call at a time.
 */
public interface ServerCalls {

  /** May this command run? */
  @JsonRpcMethod(value = "item/commandExecution/requestApproval", required = true)
  void commandApproval(RpcRequest request, CommandExecutionApprovalParams params);

  /** May these files be changed? */
  @JsonRpcMethod(value = "item/fileChange/requestApproval", required = true)
  void fileChangeApproval(RpcRequest request, FileChangeApprovalParams params);

  /** May the agent have more permissions? */
  @JsonRpcMethod(value = "item/permissions/requestApproval", required = true)
  void permissionsApproval(RpcRequest request, PermissionsApprovalParams params);

  /** What an MCP server asks of the user, or whether an MCP tool may run. */
  @JsonRpcMethod(value = "mcpServer/elicitation/request", required = true)
  void mcpElicitation(RpcRequest request, McpElicitationParams params);

  /** Questions of the agent to the user. */
  @JsonRpcMethod(value = "item/tool/requestUserInput", required = true)
  void userInput(RpcRequest request, UserInputParams params);

  /** A call of a tool that the host serves. */
  @JsonRpcMethod(value = "item/tool/call", required = true)
  void toolCall(RpcRequest request, ToolCallParams params);

  /** What time is it? */
  @JsonRpcMethod(value = "currentTime/read", required = true)
  void currentTime(RpcRequest request, ServiceParams.CurrentTimeParams params);

  /** May this command run? The form before the v2 protocol. */
  @JsonRpcMethod(value = "execCommandApproval", required = true)
  void legacyCommandApproval(RpcRequest request, LegacyCommandApprovalParams params);

  /** May these files be changed? The form before the v2 protocol. */
  @JsonRpcMethod(value = "applyPatchApproval", required = true)
  void legacyPatchApproval(RpcRequest request, LegacyPatchApprovalParams params);
}
