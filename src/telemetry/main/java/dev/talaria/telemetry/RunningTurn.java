package dev.talaria.telemetry;

import dev.talaria.approval.ApprovalOutcome;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.TokenUsage;
import dev.talaria.protocol.TokenUsage.Counts;
import dev.talaria.session.Turn;
import dev.talaria.session.listener.ContextScope;
import dev.talaria.session.listener.ObservedTurn;
import dev.talaria.session.result.TurnResult;
import dev.talaria.transcript.Message;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One turn with its open tools and approvals. For one thread, but for {@link #enter}. */
final class RunningTurn {

  /** What is open beyond these is not told. */
  private static final int MOST_OPEN = 1_000;

  /** A tool that runs. */
  private record OpenTool(ToolItem item, OpenSpan span, WaitTime waited, long startNanos) {}

  /** An approval that waits; the tool is {@code null} for the turn's own. */
  private record OpenApproval(OpenSpan span, OpenTool tool) {}

  final OpenSpan span;
  private final Telemetry owner;
  private final ObservedTurn observed;
  private final CallTelemetry call;
  private final String agent;
  private final long startNanos = System.nanoTime();
  private final Map<String, OpenTool> tools = new ConcurrentHashMap<>();
  private final Map<ApprovalRequest, OpenApproval> approvals = new IdentityHashMap<>();
  private final WaitTime waited = new WaitTime();

  /** What the thread had used before; {@code null} until it is known. */
  private Counts before;

  private Counts now;
  private String responseModel;
  private volatile boolean over;

  RunningTurn(
      Telemetry owner,
      ObservedTurn observed,
      OpenSpan parent,
      CallTelemetry call,
      Attributes agent) {
    this.owner = owner;
    this.observed = observed;
    this.call = call;
    this.agent = (String) agent.get(Attribute.AGENT);
    this.responseModel = observed.model();
    this.before = owner.totals().of(observed.threadId());
    span =
        owner
            .sink()
            .start(
                SpanType.TURN,
                "invoke_agent " + this.agent,
                parent,
                operation()
                    .putAll(agent)
                    .put(Attribute.CONVERSATION, observed.threadId())
                    .put(Attribute.TURN_ORIGIN, Telemetry.lower(observed.origin())));
    owner.turnBegan();
  }

  private Attributes operation() {
    return Attributes.of(Attribute.OPERATION, "invoke_agent")
        .put(Attribute.PROVIDER, Telemetry.PROVIDER)
        .put(Attribute.REQUEST_MODEL, observed.model());
  }

  boolean isOver() {
    return over;
  }

  ContextScope enter(String itemId) {
    OpenTool tool = tools.get(itemId);
    return (tool == null ? span : tool.span).enter();
  }

  void itemStarted(Item item) {
    ToolItem tool = ToolItem.of(item);
    if (tool == null || tools.size() >= MOST_OPEN || tools.containsKey(item.id())) {
      return;
    }
    Attributes attributes = tool.attributes(agent, item.id());
    if (owner.options().capturesContent()) {
      attributes.put(Attribute.TOOL_ARGUMENTS, Content.arguments(item));
    }
    OpenSpan begun =
        owner.sink().start(SpanType.TOOL, "execute_tool " + tool.name(), span, attributes);
    tools.put(item.id(), new OpenTool(tool, begun, new WaitTime(), System.nanoTime()));
  }

  void itemEnded(Item item) {
    OpenTool tool = tools.remove(item.id());
    if (tool == null) {
      return;
    }
    ToolItem ended = ToolItem.of(item);
    Attributes more =
        Attributes.of(Attribute.ERROR_TYPE, ended.errorType())
            .put(Attribute.EXIT_CODE, ended.exitCode());
    if (owner.options().capturesContent()) {
      more.put(Attribute.TOOL_RESULT, Content.result(item));
    }
    end(tool, more);
    owner
        .sink()
        .record(
            Metric.TOOL_DURATION,
            Telemetry.secondsSince(tool.startNanos),
            Attributes.of(Attribute.AGENT, owner.options().agentName())
                .put(Attribute.TOOL_NAME, tool.item.name())
                .put(Attribute.TOOL_TYPE, tool.item.type())
                .put(Attribute.ERROR_TYPE, ended.errorType()));
  }

  /** It may continue after the turn, such as a command: it has not failed, nor is it measured. */
  void itemLeftOpen(Item item) {
    OpenTool tool = tools.remove(item.id());
    if (tool != null) {
      end(tool, new Attributes().putTrue(Attribute.LEFT_OPEN));
    }
  }

  private static void end(OpenTool tool, Attributes more) {
    tool.waited.putInto(more);
    tool.span.set(more);
    tool.span.end();
  }

  void rerouted(String model) {
    responseModel = model;
  }

  void used(TokenUsage usage) {
    now = usage.total();
    if (before == null) {
      before = minus(usage.total(), usage.last());
    }
  }

  void approvalRequested(ApprovalRequest request) {
    if (approvals.size() >= MOST_OPEN) {
      return;
    }
    OpenTool tool = tools.get(request.origin().itemId());
    OpenSpan begun =
        owner
            .sink()
            .start(
                SpanType.APPROVAL,
                "approval " + request.kind().key(),
                tool == null ? span : tool.span,
                Attributes.of(Attribute.APPROVAL_KIND, request.kind().key()));
    approvals.put(request, new OpenApproval(begun, tool));
    waited.begin();
    if (tool != null) {
      tool.waited.begin();
    }
  }

  void approvalEnded(ApprovalOutcome outcome) {
    OpenApproval approval = approvals.remove(outcome.request());
    if (approval == null) {
      return;
    }
    waited.end();
    if (approval.tool != null) {
      approval.tool.waited.end();
    }
    Attributes more = Telemetry.attributes(outcome);
    if (owner.options().capturesContent()) {
      more.put(Attribute.APPROVAL_REASON, Content.text(outcome.by()));
    }
    approval.span.set(more);
    approval.span.end();
  }

  /** The host's input is part of another turn, which has a span of its own. */
  void joined(Turn other) {
    end(
        Attributes.of(Attribute.TURN_ID, other.turnId())
            .put(Attribute.FINISH_REASONS, list("joined")));
  }

  void end(TurnResult result) {
    String errorType = result.error() == null ? "" : result.error().kind().jsonName();
    String reason = finishReason(result);
    Counts used = used(result);
    Attributes more =
        Attributes.of(Attribute.CONVERSATION, result.threadId())
            .put(Attribute.TURN_ID, result.turnId())
            .put(Attribute.FINISH_REASONS, list(reason))
            .put(Attribute.ERROR_TYPE, errorType);
    if (used != null) {
      more.putAll(Telemetry.attributes(used)).put(Attribute.RESPONSE_MODEL, responseModel);
    }
    waited.putInto(more);
    if (owner.options().capturesContent()) {
      addContent(more, result, reason);
    }
    end(more);
    Attributes measured = operation();
    if (used != null) {
      measured.put(Attribute.RESPONSE_MODEL, responseModel);
    }
    owner.ended(measured, startNanos, used, errorType);
    if (call != null && used != null) {
      call.used(used);
    }
  }

  private void end(Attributes more) {
    over = true;
    approvals.values().forEach(approval -> approval.span.end());
    approvals.clear();
    tools.values().forEach(tool -> end(tool, new Attributes().putTrue(Attribute.LEFT_OPEN)));
    tools.clear();
    span.set(more);
    span.end();
    owner.turnEnded();
  }

  private static void addContent(Attributes more, TurnResult result, String reason) {
    List<String> said = new ArrayList<>();
    for (Message message : result.messages()) {
      if (message instanceof Message.User && message.agent().isEmpty()) {
        said.add(message.content());
      }
    }
    more.put(Attribute.INPUT_MESSAGES, Content.messages("user", said, ""));
    if (!result.finalText().isEmpty()) {
      List<String> answer = list(result.finalText());
      more.put(Attribute.OUTPUT_MESSAGES, Content.messages("assistant", answer, reason));
    }
    if (result.error() != null) {
      more.put(Attribute.ERROR_MESSAGE, Content.text(result.error().message()));
    }
  }

  private static String finishReason(TurnResult result) {
    return switch (result.status()) {
      case COMPLETED -> "stop";
      case INTERRUPTED -> "interrupted";
      case FAILED -> "error";
    };
  }

  /** The tokens of this turn; {@code null} when Codex did not report any. */
  private Counts used(TurnResult result) {
    if (result.usage() != null) {
      used(result.usage());
    }
    if (now == null) {
      return null;
    }
    owner.totals().are(result.threadId(), now);
    return minus(now, before);
  }

  private static Counts minus(Counts all, Counts some) {
    return new Counts(
        Math.max(0, all.totalTokens() - some.totalTokens()),
        Math.max(0, all.inputTokens() - some.inputTokens()),
        Math.max(0, all.cachedInputTokens() - some.cachedInputTokens()),
        Math.max(0, all.outputTokens() - some.outputTokens()),
        Math.max(0, all.reasoningOutputTokens() - some.reasoningOutputTokens()));
  }

  private static List<String> list(String one) {
    return List.of(one);
  }
}
