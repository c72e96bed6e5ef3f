package dev.talaria.llm.call;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.llm.LoopStep;
import dev.talaria.llm.ToolFailure;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.TokenUsage;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.util.StringJoiner;

/**
 * Listens to the turns of a call: counts their steps, stops them when the budget is used up, and
 * reports them to the host.
 *
 * <p>Safe for use by many threads; one turn at a time.
 */
final class StepLimiter implements TurnListener {

  private static final String NO_REASON = "the tool failed and gave no reason";

  private final ThreadCall<?> call;
  private boolean sawAction;
  private boolean everActed;
  private boolean reached;

  StepLimiter(ThreadCall<?> call) {
    this.call = call;
  }

  /** A turn is about to begin. */
  synchronized void begin() {
    sawAction = false;
  }

  synchronized boolean budgetReached() {
    return reached;
  }

  /** Whether anything was done in the turn but talking. */
  synchronized boolean sawAction() {
    return sawAction;
  }

  @Override
  public void onUsage(TokenUsage usage) {
    call.meter.used(usage);
  }

  @Override
  public void onError(TurnError error, boolean willRetry) {
    call.noteError(error, willRetry);
  }

  @Override
  public void onTextDelta(String itemId, String delta) {
    if (!call.stopped().isCancelled()) {
      call.listeners.run(() -> call.options.onDelta().accept(delta));
    }
  }

  @Override
  public synchronized void onItemStarted(Item item) {
    sawAction |= isAction(item);
  }

  private static boolean isAction(Item item) {
    return item instanceof Item.CommandExecution
        || item instanceof Item.FileChange
        || item instanceof Item.WebSearch
        || item instanceof Item.McpToolCall
        || item instanceof Item.DynamicToolCall;
  }

  @Override
  public void onItemCompleted(Item item) {
    if (item instanceof Item.CommandExecution command) {
      boolean failed = !command.status().equals("completed");
      ended(LoopStep.Kind.COMMAND, command.command(), failed, null);
    } else if (item instanceof Item.FileChange change) {
      boolean failed = !change.status().equals("completed");
      ended(LoopStep.Kind.FILE_CHANGE, "", failed, null);
    } else if (item instanceof Item.WebSearch search) {
      ended(LoopStep.Kind.WEB_SEARCH, search.query(), false, null);
    } else if (item instanceof Item.McpToolCall tool) {
      boolean failed = tool.status().equals("failed") || tool.error().isPresent();
      ended(LoopStep.Kind.MCP_TOOL, tool.tool(), failed, reason(tool));
    } else if (item instanceof Item.DynamicToolCall tool) {
      boolean failed = tool.status().equals("failed") || !tool.success().orElse(true);
      ended(LoopStep.Kind.HOST_TOOL, tool.tool(), failed, texts(tool.contentItems()));
    }
  }

  /** What the tool itself said, or else what Codex says of it. */
  private static String reason(Item.McpToolCall call) {
    String own = call.result().map(result -> texts(result.path("content"))).orElse("");
    if (!own.isBlank()) {
      return own;
    }
    return call.error()
        .map(error -> error.isTextual() ? error.textValue() : error.path("message").asText(""))
        .orElse("");
  }

  private static String texts(JsonNode content) {
    StringJoiner texts = new StringJoiner("\n");
    for (JsonNode part : content) {
      if (part.path("text").isTextual()) {
        texts.add(part.path("text").textValue());
      }
    }
    return texts.toString();
  }

  /**
   * @param reason why the call of a tool failed, if it did; {@code null} for what is not a tool
   */
  private void ended(LoopStep.Kind kind, String name, boolean failed, String reason) {
    synchronized (this) {
      sawAction = true;
      everActed = true;
      if (reached) {
        return;
      }
    }
    if (failed && reason != null) {
      call.meter.failed(new ToolFailure(name, reason.isBlank() ? NO_REASON : reason));
    }
    report(kind, name, failed);
    if (call.meter.steps() >= call.options.stepBudget()) {
      synchronized (this) {
        reached = true;
      }
      call.interrupt();
    }
  }

  @Override
  public void onCompleted(TurnResult result) {
    boolean onlyAnswered;
    synchronized (this) {
      onlyAnswered = !everActed;
    }
    if (result.status() == TurnStatus.COMPLETED && onlyAnswered) {
      report(LoopStep.Kind.ANSWER, "", false);
    }
  }

  private void report(LoopStep.Kind kind, String name, boolean failed) {
    LoopStep step = call.meter.step(kind, name, failed);
    call.listeners.run(() -> call.options.onStep().accept(step));
  }
}
