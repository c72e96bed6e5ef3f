package dev.talaria.session.turn;

import dev.talaria.session.result.TurnOrigin;
import dev.talaria.session.result.TurnResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line at INFO for each turn that has ended, without its content. */
public final class TurnLog {

  private static final Logger log = LoggerFactory.getLogger("dev.talaria.turn");

  private TurnLog() {}

  /** The turn has ended. */
  public static void ended(TurnResult turn, TurnOrigin origin) {
    log.info(
        "thread {} turn {} origin {}: {}{} after {} ms, {} tool calls, {} tokens in the thread",
        turn.threadId(),
        turn.turnId().isEmpty() ? "-" : turn.turnId(),
        origin,
        turn.status(),
        turn.error() == null ? "" : " (" + turn.error().kind() + ")",
        turn.duration().toMillis(),
        turn.toolIterations(),
        turn.usage() == null ? 0 : turn.usage().total().totalTokens());
  }
}
