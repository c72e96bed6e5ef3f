package dev.talaria.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.ApprovalRequest.CommandKind;
import dev.talaria.approval.HostRequest;
import dev.talaria.approval.RequestOrigin;
import dev.talaria.approval.shell.ShellWords;
import dev.talaria.appserver.ServerCalls;
import dev.talaria.protocol.PatchChange;
import dev.talaria.protocol.ThreadItem;
import dev.talaria.protocol.wire.CommandExecutionApprovalParams;
import dev.talaria.protocol.wire.DynamicToolCallParams;
import dev.talaria.protocol.wire.FileChangeApprovalParams;
import dev.talaria.protocol.wire.LegacyCommandApprovalParams;
import dev.talaria.protocol.wire.LegacyPatchApprovalParams;
import dev.talaria.protocol.wire.McpElicitationParams;
import dev.talaria.protocol.wire.PermissionsApprovalParams;
import dev.talaria.protocol.wire.ServiceParams;
import dev.talaria.protocol.wire.UserInputParams;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.rpc.peer.RpcDispatcher;
import dev.talaria.rpc.peer.RpcError;
import dev.talaria.rpc.peer.RpcRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a question for the host out of what Codex asks, with what the session knows of the item.
 *
 * <p>Mailbox only.
 */
final class ApprovalRequestMapper implements ServerCalls {

  /** Where the questions go that could be read. */
  interface Desk {
    void question(JsonNode requestId, ApprovalRequest request);

    void toolCall(JsonNode requestId, HostRequest.DynamicToolCall call);

    void currentTime(JsonNode requestId, HostRequest.CurrentTime request);
  }

  private final ThreadSession session;
  private final Desk desk;
  private final RpcDispatcher dispatcher;
  private RpcRequest reading;

  ApprovalRequestMapper(ThreadSession session, Desk desk) {
    this.session = session;
    this.desk = desk;
    this.dispatcher = RpcDispatcher.of(ServerCalls.class, this, WireJson.mapper());
  }

  /** Takes a request of Codex over; the error to answer with, if it cannot be taken. */
  Optional<RpcError> read(RpcRequest request) {
    reading = request;
    return dispatcher.dispatch(request);
  }

  private RequestOrigin origin(String threadId, String turnId, String itemId) {
    String thread = text(threadId);
    boolean subAgent = !thread.isEmpty() && !thread.equals(session.threadId());
    return new RequestOrigin(
        reading.method(), thread, subAgent ? session.threadId() : "", text(turnId), text(itemId));
  }

  @Override
  public void commandApproval(JsonNode requestId, CommandExecutionApprovalParams params) {
    desk.question(
        requestId,
        new ApprovalRequest.Command(
            origin(params.threadId(), params.turnId(), params.itemId()),
            commandKind(text(params.kind())),
            text(params.command()),
            cwd(params.cwd()),
            list(params.commandActions()),
            Optional.ofNullable(params.networkApprovalContext()),
            node(params.additionalPermissions()),
            list(params.proposedExecpolicyAmendment()),
            list(params.proposedNetworkPolicyAmendments()),
            names(params.availableDecisions()),
            text(params.reason()),
            reading.params()));
  }

  private static CommandKind commandKind(String kind) {
    return switch (kind) {
      case "", "command" -> CommandKind.RUN;
      case "writeStdin" -> CommandKind.TYPE;
      case "humanCommand" -> CommandKind.RUN_ONCE;
      default -> CommandKind.OTHER;
    };
  }

  /** A decision is a word, or an object whose only key is its name. */
  private static Set<String> names(List<JsonNode> decisions) {
    Set<String> names = new LinkedHashSet<>();
    for (JsonNode decision : list(decisions)) {
      if (decision.isTextual()) {
        names.add(decision.textValue());
      }
      decision.fieldNames().forEachRemaining(names::add);
    }
    return names;
  }

  @Override
  public void legacyCommandApproval(JsonNode requestId, LegacyCommandApprovalParams params) {
    desk.question(
        requestId,
        new ApprovalRequest.Command(
            origin(params.conversationId(), "", params.callId()),
            CommandKind.RUN,
            ShellWords.join(list(params.command())),
            cwd(params.cwd()),
            list(params.parsedCmd()),
            Optional.empty(),
            MissingNode.getInstance(),
            List.of(),
            List.of(),
            Set.of(),
            text(params.reason()),
            reading.params()));
  }

  @Override
  public void fileChangeApproval(JsonNode requestId, FileChangeApprovalParams params) {
    RequestOrigin origin = origin(params.threadId(), params.turnId(), params.itemId());
    desk.question(
        requestId,
        new ApprovalRequest.FileChange(
            origin,
            changes(origin),
            text(params.grantRoot()),
            text(params.reason()),
            reading.params()));
  }

  /** The request names no paths: they are in the item that was started under the same id. */
  private List<PatchChange> changes(RequestOrigin origin) {
    return session.openItem(origin) instanceof ThreadItem.FileChange change
        ? change.changes()
        : List.of();
  }

  @Override
  public void legacyPatchApproval(JsonNode requestId, LegacyPatchApprovalParams params) {
    desk.question(
        requestId,
        new ApprovalRequest.FileChange(
            origin(params.conversationId(), "", params.callId()),
            legacyChanges(node(params.fileChanges())),
            text(params.grantRoot()),
            text(params.reason()),
            reading.params()));
  }

  /** The changes in the shape of an item's: {@code {"path":…,"kind":{"type":…},"diff":…}}. */
  private static List<PatchChange> legacyChanges(JsonNode byPath) {
    List<PatchChange> changes = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : byPath.properties()) {
      JsonNode change = entry.getValue();
      ObjectNode item = JsonNodeFactory.instance.objectNode().put("path", entry.getKey());
      ObjectNode kind = item.putObject("kind");
      kind.set("type", change.path("type"));
      kind.set("move_path", change.path("move_path"));
      item.set(
          "diff", change.has("unified_diff") ? change.get("unified_diff") : change.path("content"));
      changes.add(new PatchChange(item));
    }
    return changes;
  }

  @Override
  public void permissionsApproval(JsonNode requestId, PermissionsApprovalParams params) {
    desk.question(
        requestId,
        new ApprovalRequest.Permissions(
            origin(params.threadId(), params.turnId(), params.itemId()),
            cwd(params.cwd()),
            node(params.permissions()),
            text(params.reason()),
            reading.params()));
  }

  @Override
  public void mcpElicitation(JsonNode requestId, McpElicitationParams params) {
    JsonNode meta = node(params.meta());
    String turnId = text(params.turnId());
    String server = text(params.serverName());
    if (!meta.path("codex_approval_kind").asText("").equals("mcp_tool_call")) {
      desk.question(
          requestId,
          new ApprovalRequest.Elicitation(
              origin(params.threadId(), turnId, ""),
              server,
              text(params.mode()),
              node(params.requestedSchema()),
              text(params.url()),
              text(params.message()),
              reading.params()));
      return;
    }
    Optional<ThreadItem.McpToolCall> call =
        callInQuestion(origin(params.threadId(), turnId, ""), server, meta);
    String tool = meta.path("tool_name").asText("");
    desk.question(
        requestId,
        new ApprovalRequest.McpTool(
            origin(params.threadId(), turnId, call.map(ThreadItem::id).orElse("")),
            server,
            tool.isEmpty() ? call.map(ThreadItem.McpToolCall::tool).orElse("") : tool,
            meta.path("tool_description").asText(""),
            meta.path("tool_params"),
            meta.at("/tool_annotations/readOnlyHint").asBoolean(false)
                || call.map(item -> item.raw().path("readOnlyHint").asBoolean(false)).orElse(false),
            words(meta.path("persist")),
            text(params.message()),
            reading.params()));
  }

  /** The only call in progress that the question can be about. */
  private Optional<ThreadItem.McpToolCall> callInQuestion(
      RequestOrigin origin, String server, JsonNode meta) {
    List<ThreadItem.McpToolCall> candidates =
        session.openToolCalls(origin).stream()
            .filter(call -> call.server().equals(server))
            .filter(call -> call.arguments().equals(meta.path("tool_params")))
            .filter(call -> call.tool().equals(meta.path("tool_name").asText(call.tool())))
            .toList();
    return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
  }

  /** One word or a list of words. */
  private static Set<String> words(JsonNode node) {
    Set<String> words = new LinkedHashSet<>();
    if (node.isTextual()) {
      words.add(node.textValue());
    }
    node.forEach(word -> words.add(word.asText()));
    return words;
  }

  @Override
  public void userInput(JsonNode requestId, UserInputParams params) {
    desk.question(
        requestId,
        new ApprovalRequest.UserInput(
            origin(params.threadId(), params.turnId(), params.itemId()),
            list(params.questions()).stream().map(ApprovalRequestMapper::question).toList(),
            reading.params()));
  }

  private static ApprovalRequest.Question question(UserInputParams.Question asked) {
    return new ApprovalRequest.Question(
        text(asked.id()),
        text(asked.header()),
        text(asked.question()),
        list(asked.options()).stream()
            .map(
                option ->
                    new ApprovalRequest.Option(text(option.label()), text(option.description())))
            .toList(),
        asked.isOther() || list(asked.options()).isEmpty(),
        asked.isSecret());
  }

  @Override
  public void toolCall(JsonNode requestId, DynamicToolCallParams params) {
    desk.toolCall(
        requestId,
        new HostRequest.DynamicToolCall(
            origin(params.threadId(), params.turnId(), params.callId()),
            text(params.namespace()),
            text(params.tool()),
            node(params.arguments()),
            reading.params()));
  }

  @Override
  public void currentTime(JsonNode requestId, ServiceParams.CurrentTime params) {
    desk.currentTime(
        requestId, new HostRequest.CurrentTime(text(params.threadId()), reading.params()));
  }

  private String cwd(String given) {
    return given == null || given.isEmpty() ? session.options().cwd().toString() : given;
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  private static <T> List<T> list(List<T> values) {
    return values == null ? List.of() : values.stream().filter(Objects::nonNull).toList();
  }

  private static JsonNode node(JsonNode value) {
    return value == null || value.isNull() ? MissingNode.getInstance() : value;
  }
}
