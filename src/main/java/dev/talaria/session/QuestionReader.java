package dev.talaria.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.appserver.ServerCalls;
import dev.talaria.protocol.CommandExecutionApprovalParams;
import dev.talaria.protocol.FileChangeApprovalParams;
import dev.talaria.protocol.McpElicitationParams;
import dev.talaria.protocol.PatchChange;
import dev.talaria.protocol.PermissionsApprovalParams;
import dev.talaria.protocol.ThreadItem;
import dev.talaria.protocol.WireJson;
import dev.talaria.rpc.RpcDispatcher;
import dev.talaria.rpc.RpcError;
import dev.talaria.rpc.RpcRequest;
import java.util.List;
import java.util.Optional;

/**
 * Makes a question for the host out of what Codex asks, with what the session knows of the item.
 *
 * <p>Mailbox only. A question of a turn that does not run is declined without asking anybody.
 */
final class QuestionReader implements ServerCalls {

  private final ThreadSession session;
  private final OpenQuestions questions;
  private final RpcDispatcher dispatcher;
  private JsonNode raw = MissingNode.getInstance();

  QuestionReader(ThreadSession session, OpenQuestions questions) {
    this.session = session;
    this.questions = questions;
    this.dispatcher = RpcDispatcher.of(ServerCalls.class, this, WireJson.mapper());
  }

  /** Takes a request of Codex over; the error to answer with, if it cannot be taken. */
  Optional<RpcError> read(RpcRequest request) {
    raw = request.params();
    return dispatcher.dispatch(request);
  }

  @Override
  public void commandApproval(JsonNode requestId, CommandExecutionApprovalParams params) {
    List<String> prefix = params.proposedExecpolicyAmendment();
    put(
        requestId,
        new ApprovalRequest.Command(
            text(params.threadId()),
            text(params.turnId()),
            text(params.itemId()),
            text(params.command()),
            params.cwd() == null ? session.options().cwd().toString() : params.cwd(),
            text(params.reason()),
            prefix == null ? List.of() : prefix,
            raw));
  }

  @Override
  public void fileChangeApproval(JsonNode requestId, FileChangeApprovalParams params) {
    put(
        requestId,
        new ApprovalRequest.FileChange(
            text(params.threadId()),
            text(params.turnId()),
            text(params.itemId()),
            changes(text(params.turnId()), text(params.itemId())),
            text(params.reason()),
            text(params.grantRoot()),
            raw));
  }

  /** The request names no paths: they are in the item that was started under the same id. */
  private List<PatchChange> changes(String turnId, String itemId) {
    TurnRun turn = session.turnOf(turnId);
    return turn != null && turn.openItem(itemId) instanceof ThreadItem.FileChange change
        ? change.changes()
        : List.of();
  }

  @Override
  public void permissionsApproval(JsonNode requestId, PermissionsApprovalParams params) {
    put(
        requestId,
        new ApprovalRequest.Permissions(
            text(params.threadId()),
            text(params.turnId()),
            text(params.itemId()),
            text(params.cwd()),
            text(params.reason()),
            node(params.permissions()),
            raw));
  }

  @Override
  public void mcpElicitation(JsonNode requestId, McpElicitationParams params) {
    JsonNode meta = node(params.meta());
    String server = text(params.serverName());
    if (meta.path("codex_approval_kind").asText("").equals("mcp_tool_call")) {
      put(
          requestId,
          new ApprovalRequest.McpTool(
              text(params.threadId()),
              text(params.turnId()),
              server,
              meta.path("tool_name").asText(""),
              meta.path("tool_params"),
              text(params.message()),
              raw));
    } else {
      put(
          requestId,
          new ApprovalRequest.Elicitation(
              text(params.threadId()),
              text(params.turnId()),
              server,
              text(params.mode()),
              node(params.requestedSchema()),
              text(params.url()),
              text(params.message()),
              raw));
    }
  }

  private void put(JsonNode requestId, ApprovalRequest request) {
    TurnRun turn = session.running();
    if (turn != null && turn.takesQuestions() && session.turnOf(request.turnId()) == turn) {
      questions.ask(requestId, request, turn);
    } else {
      questions.decline(requestId, request);
    }
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  private static JsonNode node(JsonNode value) {
    return value == null || value.isNull() ? MissingNode.getInstance() : value;
  }
}
