package dev.talaria.bench.lab;

import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Talaria on a child whose streams are timed.
 *
 * <p>Belongs to one thread, which closes it.
 */
public final class TimedCodex implements AutoCloseable {

  private final TimedStreams streams = new TimedStreams();
  private final Process child;
  private final Codex codex;

  public TimedCodex(BenchCodex bench) throws IOException {
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

  /** What Talaria sends for one session with one turn, from the handshake on. */
  public static List<String> sentForTurn(BenchCodex bench) throws IOException {
    try (TimedCodex timed = new TimedCodex(bench);
        CodexSession session = timed.codex.openSession(bench.session().build())) {
      session.runTurn("Say ok.");
      return timed.streams.sent();
    }
  }

  public Codex codex() {
    return codex;
  }

  public TimedStreams streams() {
    return streams;
  }

  @Override
  public void close() {
    codex.close();
    awaitEnd(child);
  }

  /** Waits for a child whose stdin is closed, and kills one that stays. */
  public static void awaitEnd(Process child) {
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
