package dev.talaria.base.internal;

import java.util.Objects;
import org.slf4j.MDC;

/**
 * What the log is told, through SLF4J's MDC, while code of the host runs: the thread, the turn and
 * the item that it is about.
 *
 * <p>Belongs to the calling thread; closing it brings back what was there before.
 */
public final class LogContext implements AutoCloseable {

  /** The key of the Codex thread's id. */
  public static final String THREAD = "talaria.thread";

  /** The key of the turn's id. */
  public static final String TURN = "talaria.turn";

  /** The key of the item's id. */
  public static final String ITEM = "talaria.item";

  private final String thread;
  private final String turn;
  private final String item;

  private LogContext(String thread, String turn, String item) {
    this.thread = thread;
    this.turn = turn;
    this.item = item;
  }

  /** Sets the three; an empty one is not there. */
  public static LogContext enter(String thread, String turn, String item) {
    LogContext previous = new LogContext(MDC.get(THREAD), MDC.get(TURN), MDC.get(ITEM));
    set(thread, turn, item);
    return previous;
  }

  @Override
  public void close() {
    set(thread, turn, item);
  }

  private static void set(String thread, String turn, String item) {
    set(THREAD, thread);
    set(TURN, turn);
    set(ITEM, item);
  }

  private static void set(String key, String value) {
    String given = value == null || value.isEmpty() ? null : value;
    // What is there already is left: one context is often within another of the same turn.
    if (!Objects.equals(MDC.get(key), given)) {
      if (given == null) {
        MDC.remove(key);
      } else {
        MDC.put(key, given);
      }
    }
  }
}
