package dev.talaria.bench;

import dev.talaria.session.Codex;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Talaria on a child whose streams are timed.
 *
 * <p>Belongs to one thread, which closes it.
 */
final class TimedCodex implements AutoCloseable {

  private final TimedStreams streams = new TimedStreams();
  private final Process child;
  private final Codex codex;

  TimedCodex(BenchCodex bench) throws IOException {
    child = bench.bare("app-server").start();
    try {
      codex =
          Codex.connect(
              streams.in(child.getInputStream()),
              streams.out(child.getOutputStream()),
              bench.options());
    } catch (RuntimeException | Error e) {
      child.destroyForcibly();
      throw e;
    }
  }

  Codex codex() {
    return codex;
  }

  TimedStreams streams() {
    return streams;
  }

  @Override
  public void close() {
    codex.close();
    awaitEnd(child);
  }

  /** Waits for a child whose stdin is closed, and kills one that stays. */
  static void awaitEnd(Process child) {
    try {
      if (!child.waitFor(10, TimeUnit.SECONDS)) {
        child.destroyForcibly();
      }
    } catch (InterruptedException e) {
      child.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
