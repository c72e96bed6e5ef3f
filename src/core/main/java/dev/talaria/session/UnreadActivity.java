package dev.talaria.session;

import java.time.Duration;

/**
 * What arrived of a turn and was not read, because nobody wants to hear it: it still is a sign of
 * life.
 *
 * <p>{@link #note} is the reader thread's, {@link #latest} may be asked by any thread.
 */
final class UnreadActivity {

  /** Clocks that ask for the time themselves need no more than a word from time to time. */
  private static final long TELL_EVERY = Duration.ofMillis(50).toNanos();

  private final Runnable tell;
  private volatile long latest;
  private volatile boolean any;
  private long told;

  /**
   * @param tell passes on that something was heard
   */
  UnreadActivity(Runnable tell) {
    this.tell = tell;
  }

  void note() {
    long now = System.nanoTime();
    latest = now;
    if (!any || now - told >= TELL_EVERY) {
      any = true;
      told = now;
      tell.run();
    }
  }

  /** The later one of a time and of what was noted, by {@link System#nanoTime}. */
  long orLater(long heard) {
    return any && latest - heard > 0 ? latest : heard;
  }
}
