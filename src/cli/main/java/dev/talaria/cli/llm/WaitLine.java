package dev.talaria.cli.llm;

import dev.talaria.base.VisibleText;
import dev.talaria.cli.terminal.VisibleWriter;
import dev.talaria.llm.ratelimit.RateLimitState;
import dev.talaria.llm.ratelimit.RateLimitState.WaitFinished;
import dev.talaria.llm.ratelimit.RateLimitState.WaitStarted;
import dev.talaria.llm.ratelimit.RateLimitState.WaitTick;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Shows a wait for a limit: a line that counts down on a terminal, one line per wait elsewhere.
 * Told one state at a time.
 */
final class WaitLine implements Consumer<RateLimitState> {

  private final PrintWriter err;
  private final boolean rewrites;

  /**
   * @param rewrites whether the line can be written over
   */
  WaitLine(PrintWriter err, boolean rewrites) {
    this.err = err;
    this.rewrites = rewrites;
  }

  @Override
  public void accept(RateLimitState state) {
    if (state instanceof WaitStarted wait) {
      show(text(wait.provider(), wait.type(), wait.remaining()));
    } else if (rewrites && state instanceof WaitTick tick) {
      show(text(tick.provider(), tick.type(), tick.remaining()));
    } else if (rewrites && state instanceof WaitFinished) {
      VisibleWriter.raw(err).print("\r\u001b[K");
    }
    err.flush();
  }

  private void show(String text) {
    if (rewrites) {
      VisibleWriter.raw(err).print("\r" + VisibleText.onOneLine(text) + "\u001b[K");
    } else {
      err.println(text);
    }
  }

  static String text(String provider, Optional<String> type, Duration remaining) {
    return "Rate-limited (%s%s); resuming in %s; Ctrl+C to stop"
        .formatted(provider, type.map(" "::concat).orElse(""), clock(remaining));
  }

  /** Such as {@code 5s} or {@code 1m05s}; rounded up, so that it never says 0 before the end. */
  private static String clock(Duration remaining) {
    long seconds = remaining.plusNanos(999_999_999).toSeconds();
    return seconds < 60
        ? seconds + "s"
        : seconds < 3600
            ? String.format("%dm%02ds", seconds / 60, seconds % 60)
            : String.format("%dh%02dm%02ds", seconds / 3600, seconds % 3600 / 60, seconds % 60);
  }
}
