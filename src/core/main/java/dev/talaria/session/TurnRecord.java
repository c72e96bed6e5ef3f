package dev.talaria.session;

import dev.talaria.protocol.PlanStep;
import dev.talaria.protocol.ServerNotification.ItemCompleted;
import dev.talaria.protocol.ThreadItem;
import dev.talaria.protocol.TokenUsage;
import dev.talaria.transcript.ItemProjector;
import dev.talaria.transcript.Message;
import dev.talaria.transcript.Projection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a turn has brought so far: transcript, final text, tokens.
 *
 * <p>Mailbox only.
 */
final class TurnRecord {

  private final ItemProjector projector;
  private final List<Message> messages = new ArrayList<>();
  private int toolIterations;
  private String finalText = "";
  private String commentary = "";
  private TokenUsage usage;
  private String diff = "";
  private List<PlanStep> plan = List.of();
  private boolean compacted;
  private final Set<String> endedItems = new HashSet<>();
  private final Set<String> saidTexts = new HashSet<>();

  /**
   * @param maxCommandOutput how many code points of a command's output are kept
   */
  TurnRecord(int maxCommandOutput) {
    projector = new ItemProjector(maxCommandOutput);
  }

  /** Takes an item that ended; the rows that it adds. */
  List<Message> completed(ItemCompleted completed) {
    endedItems.add(completed.item().id());
    compacted |= completed.item() instanceof ThreadItem.ContextCompaction;
    if (completed.item() instanceof ThreadItem.AgentMessage message) {
      saidTexts.add(message.text());
    }
    Projection rows = projector.project("item/completed", completed.params());
    messages.addAll(rows.messages());
    if (rows.toolIteration()) {
      toolIterations++;
    }
    if (completed.item() instanceof ThreadItem.AgentMessage message && !message.text().isEmpty()) {
      if (message.phase().orElse("").equals("commentary")) {
        commentary = message.text();
      } else {
        finalText = message.text();
      }
    }
    return rows.messages();
  }

  /** Nothing more of the turn is awaited; the rows that this adds. */
  List<Message> ended() {
    List<Message> rows = projector.end().messages();
    messages.addAll(rows);
    return rows;
  }

  void usage(TokenUsage latest) {
    usage = latest;
  }

  void diff(String latest) {
    diff = latest;
  }

  void plan(List<PlanStep> latest) {
    plan = latest;
  }

  /**
   * Whether Codex's own history holds an item that was never heard to end here.
   *
   * <p>Old versions give messages other ids there, so a message counts as heard when its text was.
   */
  boolean misses(ThreadItem item) {
    boolean heard =
        item instanceof ThreadItem.UserMessage
            || endedItems.contains(item.id())
            || item instanceof ThreadItem.AgentMessage message
                && (message.text().isEmpty() || saidTexts.contains(message.text()));
    return !heard;
  }

  TurnResult result(
      String threadId,
      String turnId,
      TurnEnd end,
      List<BackgroundCommand> runningCommands,
      Duration duration) {
    return new TurnResult(
        threadId,
        turnId,
        end.status(),
        finalText.isEmpty() ? commentary : finalText,
        messages,
        toolIterations,
        end.error(),
        usage,
        diff,
        plan,
        compacted,
        runningCommands,
        end.retire(),
        duration);
  }
}
