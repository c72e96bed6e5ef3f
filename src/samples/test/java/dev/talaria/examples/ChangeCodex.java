package dev.talaria.examples;

import dev.talaria.codex.CodexOptions;
import dev.talaria.session.CodexPool;
import dev.talaria.session.CodexSession;
import dev.talaria.session.PoolOptions;
import dev.talaria.session.SessionOptions;
import java.time.Duration;
import java.time.Instant;

/** Changes to another Codex while sessions of the previous one continue. */
public final class ChangeCodex implements AutoCloseable {

  private CodexPool current;

  ChangeCodex(CodexOptions first) {
    current = CodexPool.launch(first, PoolOptions.DEFAULTS);
  }

  synchronized CodexSession open(SessionOptions options) {
    return current.openSession(options);
  }

  /** Fails, and changes nothing, if the next Codex does not start. */
  void change(CodexOptions next, Duration grace) throws InterruptedException {
    CodexPool previous;
    CodexPool started = CodexPool.launch(next, PoolOptions.DEFAULTS);
    synchronized (this) {
      previous = current;
      current = started;
    }
    Instant end = Instant.now().plus(grace);
    while (previous.sessions() > 0 && Instant.now().isBefore(end)) {
      Thread.sleep(100);
    }
    previous.close();
  }

  @Override
  public synchronized void close() {
    current.close();
  }

  public static void main(String[] args) throws InterruptedException {
    SessionOptions options = SessionOptions.builder().build();
    try (ChangeCodex service = new ChangeCodex(CodexOptions.defaults())) {
      CodexSession before = service.open(options);
      System.out.println(before.runTurn("before").finalText());
      before.close();
      service.change(CodexOptions.defaults(), Duration.ofMinutes(10));
      try (CodexSession after = service.open(options)) {
        System.out.println(after.runTurn("after").finalText());
      }
    }
  }
}
