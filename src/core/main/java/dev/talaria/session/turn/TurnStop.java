package dev.talaria.session.turn;

import dev.talaria.protocol.ServerNotification.TurnCompleted;
import dev.talaria.protocol.wire.TurnInterruptParams;
import dev.talaria.rpc.RpcException;
import dev.talaria.session.TurnError;
import dev.talaria.session.TurnStatus;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How one turn is stopped, and what Codex said of its end: together they tell how it ends.
 *
 * <p>An interrupt is sent again while Codex refuses it, and given up after a while. Mailbox only.
 */
final class TurnStop {

  private static final Logger log = LoggerFactory.getLogger(TurnStop.class);

  /** How long Codex may take to confirm an interrupt. */
  private static final Duration LIMIT = Duration.ofSeconds(5);

  /** When an interrupt that Codex refused is sent again. */
  private static final Duration AGAIN = Duration.ofMillis(50);

  private final ActiveTurn turn;
  private final ThreadTurns thread;
  private boolean wanted;
  private TurnError reason;
  private TurnCompleted completion;

  TurnStop(ActiveTurn turn, ThreadTurns thread) {
    this.turn = turn;
    this.thread = thread;
  }

  /** The turn is to stop, as soon as it has an id. */
  void want() {
    wanted = true;
  }

  boolean isWanted() {
    return wanted;
  }

  /** A limit or a final error stops the turn. */
  void because(TurnError error) {
    reason = error;
  }

  /** Codex has ended the turn. */
  void completed(TurnCompleted asCodexSays) {
    completion = asCodexSays;
  }

  /** Whether Codex has ended the turn. */
  boolean isCompleted() {
    return completion != null;
  }

  /** Sends the interrupt, and waits for the end of the turn only so long. */
  void send() {
    request();
    turn.after(
        LIMIT, () -> turn.end(TurnEnd.cutOff(reason, "Codex did not confirm the interrupt")));
  }

  /** Codex refuses to interrupt a turn that it has named but not begun: then it is asked again. */
  void request() {
    thread
        .server()
        .interruptTurn(new TurnInterruptParams(thread.threadId(), turn.turnId()), LIMIT)
        .whenComplete(
            (reply, error) -> {
              log.debug("interrupt: {}", reply, error);
              if (error instanceof RpcException) {
                thread.post(() -> turn.after(AGAIN, this::request));
              }
            });
  }

  /** The end that Codex has given the turn. */
  TurnEnd end(String why) {
    return switch (completion.status()) {
      case "completed" -> new TurnEnd(TurnStatus.COMPLETED, null, false, why);
      case "interrupted" -> {
        TurnError error = wanted ? reason : null;
        yield new TurnEnd(
            TurnStatus.INTERRUPTED, error, error != null && TurnEnd.retires(error), why);
      }
      default -> TurnEnd.failed(failure(), why);
    };
  }

  private TurnError failure() {
    if (completion.error() != null) {
      return thread.errorOf(completion.error());
    }
    return reason != null
        ? reason
        : new TurnError(
            TurnError.Kind.OTHER,
            "Codex ended the turn with status '" + completion.status() + "' and gave no reason");
  }
}
