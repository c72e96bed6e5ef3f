package dev.talaria.session;

import dev.talaria.protocol.ServerNotification.ItemCompleted;
import dev.talaria.protocol.ThreadItem;
import dev.talaria.protocol.TokenUsage;
import dev.talaria.transcript.ItemProjector;
import dev.talaria.transcript.Message;
import dev.talaria.transcript.Projection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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

  /**
   * @param maxCommandOutput how many code points of a command's output are kept
   */
  TurnRecord(int maxCommandOutput) {
    projector = new ItemProjector(maxCommandOutput);
  }

  /** Takes an item that ended; the rows that it adds. */
  List<Message> completed(ItemCompleted completed) {
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

  TurnResult result(
      String threadId,
      String turnId,
      TurnStatus status,
      TurnError error,
      boolean retire,
      Duration duration) {
    return new TurnResult(
        threadId,
        turnId,
        status,
        finalText.isEmpty() ? commentary : finalText,
        messages,
        toolIterations,
        error,
        usage,
        retire,
        duration);
  }
}
