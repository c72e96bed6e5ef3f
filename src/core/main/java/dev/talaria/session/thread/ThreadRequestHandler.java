package dev.talaria.session.thread;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.ApprovalRequest.CommandKind;
import dev.talaria.approval.HostRequest;
import dev.talaria.approval.RequestOrigin;
import dev.talaria.approval.ToolAnswer;
import dev.talaria.approval.answer.ServiceAnswer;
import dev.talaria.approval.shell.ShellWords;
import dev.talaria.appserver.ServerCalls;
import dev.talaria.base.Guard;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.PatchChange;
import dev.talaria.protocol.wire.CommandExecutionApprovalParams;
import dev.talaria.protocol.wire.FileChangeApprovalParams;
import dev.talaria.protocol.wire.LegacyCommandApprovalParams;
import dev.talaria.protocol.wire.LegacyPatchApprovalParams;
import dev.talaria.protocol.wire.McpElicitationParams;
import dev.talaria.protocol.wire.PermissionsApprovalParams;
import dev.talaria.protocol.wire.ServiceParams;
import dev.talaria.protocol.wire.ToolCallParams;
import dev.talaria.protocol.wire.UserInputParams;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.rpc.peer.RpcDispatcher;
import dev.talaria.rpc.peer.RpcRequest;
import dev.talaria.session.request.HostHandlers;
import dev.talaria.session.request.PendingApprovals;
import dev.talaria.session.request.PendingRequests;
import dev.talaria.session.request.RequestOwner;
import dev.talaria.session.turn.ActiveTurn;
import dev.talaria.session.turn.SubAgents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Makes an {@link ApprovalRequest} or a {@link HostRequest} of what Codex asks in a thread, with
 * what is known of the item that it is about; says which of the host's code it goes to, and whether
 * it is still worth asking.
 *
 * <p>Mailbox only.
 */
final class ThreadRequestHandler implements ServerCalls {

  /** Codex fails the turn after 10 seconds without the time. */
  private static final Duration TIME_LIMIT = Duration.ofSeconds(9);

  private final SubAgents agents;
  private final PendingRequests requests;
  private final PendingApprovals approvals;
  private final HostHandlers host;
  private final RpcDispatcher dispatcher;

  ThreadRequestHandler(SubAgents agents, PendingRequests requests, HostHandlers host) {
    this.agents = agents;
    this.requests = requests;
    this.approvals = new PendingApprovals(requests, host);
    this.host = host;
    this.dispatcher = RpcDispatcher.of(ServerCalls.class, this, WireJson.mapper());
  }

  /** Takes a request over; answers with the error, if it cannot be taken. */
  void accept(RpcRequest request) {
    dispatcher
        .dispatch(request)
        .ifPresent(error -> requests.server().respondError(request.id(), error));
  }

  private Collection<Item> openItems(RequestOrigin origin) {
    ActiveTurn turn = turnOf(origin);
    return turn == null ? List.of() : turn.openItems();
  }

  /**
   * An approval of a turn that does not run is declined without asking the host; one that belongs
   * to no turn that is known is asked for as long as the session is open.
   */
  private void ask(RpcRequest request, ApprovalRequest approval) {
    RequestOrigin origin = approval.origin();
    ActiveTurn running = agents.turnsOf(origin.threadId()).running();
    ActiveTurn asking = turnOf(origin);
    boolean ofNoTurnHere =
        running == null && asking == null && (origin.ofSubAgent() || approval.turnId().isEmpty());
    if (ofNoTurnHere || running != null && running.takesRequests() && asking == running) {
      approvals.ask(request.id(), approval, owner(running));
    } else {
      approvals.decline(request.id(), approval, "its turn does not run");
    }
  }

  private ActiveTurn turnOf(RequestOrigin origin) {
    return agents.turnsOf(origin.threadId()).of(origin.turnId());
  }

  private static RequestOwner owner(ActiveTurn turn) {
    return turn == null ? RequestOwner.NONE : turn;
  }

  private RequestOrigin origin(RpcRequest request, String thread, String turnId, String itemId) {
    String asking = text(thread);
    String own = agents.root().threadId();
    boolean subAgent = !asking.isEmpty() && !asking.equals(own);
    return new RequestOrigin(
        request.method(),
        asking,
        subAgent ? own : "",
        agents.nameOf(asking),
        text(turnId),
        text(itemId));
  }

  @Override
  public void commandApproval(RpcRequest request, CommandExecutionApprovalParams params) {
    ask(
        request,
        new ApprovalRequest.Command(
            origin(request, params.threadId(), params.turnId(), params.itemId()),
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
            request.params()));
  }

  private static CommandKind commandKind(String kind) {
    return switch (kind) {
      case "", "command" -> CommandKind.RUN;
      case "writeStdin" -> CommandKind.TYPE;
      case "humanCommand" -> CommandKind.RUN_ONCE;
      default -> CommandKind.OTHER;
    };
  }

  /** A decision is a text, or an object whose only key is its name. */
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
  public void legacyCommandApproval(RpcRequest request, LegacyCommandApprovalParams params) {
    ask(
        request,
        new ApprovalRequest.Command(
            origin(request, params.conversationId(), "", params.callId()),
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
            request.params()));
  }

  @Override
  public void fileChangeApproval(RpcRequest request, FileChangeApprovalParams params) {
    RequestOrigin origin = origin(request, params.threadId(), params.turnId(), params.itemId());
    ask(
        request,
        new ApprovalRequest.FileChange(
            origin,
            changes(origin),
            text(params.grantRoot()),
            text(params.reason()),
            request.params()));
  }

  /** The request names no paths: they are in the item that was started under the same id. */
  private List<PatchChange> changes(RequestOrigin origin) {
    return openItems(origin).stream()
        .filter(item -> item.id().equals(origin.itemId()))
        .filter(Item.FileChange.class::isInstance)
        .map(item -> ((Item.FileChange) item).changes())
        .findFirst()
        .orElse(List.of());
  }

  @Override
  public void legacyPatchApproval(RpcRequest request, LegacyPatchApprovalParams params) {
    ask(
        request,
        new ApprovalRequest.FileChange(
            origin(request, params.conversationId(), "", params.callId()),
            legacyChanges(node(params.fileChanges())),
            text(params.grantRoot()),
            text(params.reason()),
            request.params()));
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
  public void permissionsApproval(RpcRequest request, PermissionsApprovalParams params) {
    ask(
        request,
        new ApprovalRequest.Permissions(
            origin(request, params.threadId(), params.turnId(), params.itemId()),
            cwd(params.cwd()),
            node(params.permissions()),
            text(params.reason()),
            request.params()));
  }

  @Override
  public void mcpElicitation(RpcRequest request, McpElicitationParams params) {
    JsonNode meta = node(params.meta());
    String turnId = text(params.turnId());
    String server = text(params.serverName());
    if (!meta.path("codex_approval_kind").asText("").equals("mcp_tool_call")) {
      ask(
          request,
          new ApprovalRequest.Elicitation(
              origin(request, params.threadId(), turnId, ""),
              server,
              text(params.mode()),
              node(params.requestedSchema()),
              text(params.url()),
              text(params.message()),
              request.params()));
      return;
    }
    Optional<Item.McpToolCall> call =
        callAskedAbout(origin(request, params.threadId(), turnId, ""), server, meta);
    String tool = meta.path("tool_name").asText("");
    ask(
        request,
        new ApprovalRequest.McpTool(
            origin(request, params.threadId(), turnId, call.map(Item::id).orElse("")),
            server,
            tool.isEmpty() ? call.map(Item.McpToolCall::tool).orElse("") : tool,
            meta.path("tool_description").asText(""),
            meta.path("tool_params"),
            meta.at("/tool_annotations/readOnlyHint").asBoolean(false)
                || call.map(item -> item.raw().path("readOnlyHint").asBoolean(false)).orElse(false),
            texts(meta.path("persist")),
            text(params.message()),
            request.params()));
  }

  /** The only call in progress that an elicitation can be about. */
  private Optional<Item.McpToolCall> callAskedAbout(
      RequestOrigin origin, String server, JsonNode meta) {
    List<Item.McpToolCall> candidates =
        openItems(origin).stream()
            .filter(Item.McpToolCall.class::isInstance)
            .map(Item.McpToolCall.class::cast)
            .filter(call -> call.server().equals(server))
            .filter(call -> call.arguments().equals(meta.path("tool_params")))
            .filter(call -> call.tool().equals(meta.path("tool_name").asText(call.tool())))
            .toList();
    return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
  }

  /** One text or a list of texts. */
  private static Set<String> texts(JsonNode node) {
    Set<String> texts = new LinkedHashSet<>();
    if (node.isTextual()) {
      texts.add(node.textValue());
    }
    node.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  @Override
  public void userInput(RpcRequest request, UserInputParams params) {
    ask(
        request,
        new ApprovalRequest.UserInput(
            origin(request, params.threadId(), params.turnId(), params.itemId()),
            list(params.questions()).stream().map(ThreadRequestHandler::question).toList(),
            request.params()));
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
  public void toolCall(RpcRequest request, ToolCallParams params) {
    HostRequest.DynamicToolCall call =
        new HostRequest.DynamicToolCall(
            origin(request, params.threadId(), params.turnId(), params.callId()),
            text(params.namespace()),
            text(params.tool()),
            node(params.arguments()),
            request.params());
    requests.serve(
        request.id(),
        owner(turnOf(call.origin())),
        call.origin().itemId(),
        host.toolTimeout(),
        () -> host.services().callTool(call),
        ServiceAnswer::of,
        error -> ServiceAnswer.of(ToolAnswer.failure("the tool failed: " + Guard.words(error))));
  }

  @Override
  public void currentTime(RpcRequest request, ServiceParams.CurrentTimeParams params) {
    HostRequest.CurrentTime time =
        new HostRequest.CurrentTime(text(params.threadId()), request.params());
    requests.serve(
        request.id(),
        RequestOwner.NONE,
        "",
        TIME_LIMIT,
        () -> host.services().currentTime(time),
        ServiceAnswer::of,
        error -> PendingRequests.failure("the host does not know the time", error));
  }

  private String cwd(String given) {
    return given == null || given.isEmpty() ? agents.root().options().cwd().toString() : given;
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
