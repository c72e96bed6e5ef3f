package dev.talaria.spring.boot;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;

/**
 * Shuts Codex down gracefully. It stops together with the web server's graceful shutdown: while
 * that takes no more requests, no more sessions are opened here and the turns that run get their
 * grace; then they are interrupted, their approvals are withdrawn, and Codex is closed. What waits
 * for a turn, such as a stream to a browser, so comes to its end in time.
 *
 * <p>Called by Spring, one call at a time.
 */
final class CodexLifecycle implements SmartLifecycle {

  /** That of the web server's graceful shutdown. */
  static final int PHASE = DEFAULT_PHASE - 1024;

  /** What closing takes at most, with the default close timeout. */
  private static final Duration CLOSE = Duration.ofSeconds(10);

  private static final Logger log = LoggerFactory.getLogger(CodexLifecycle.class);

  private final LazyCodex codex;
  private final OpenWork work;
  private final Environment environment;
  private volatile boolean running;

  CodexLifecycle(LazyCodex codex, OpenWork work, Environment environment) {
    this.codex = codex;
    this.work = work;
    this.environment = environment;
  }

  /** How long Spring waits for one phase. */
  static Duration phaseTimeout(Environment environment) {
    return environment.getProperty(
        "spring.lifecycle.timeout-per-shutdown-phase", Duration.class, Duration.ofSeconds(30));
  }

  private Duration grace() {
    return codex.starter().properties().shutdown().grace();
  }

  @Override
  public void start() {
    if (grace().plus(CLOSE).compareTo(phaseTimeout(environment)) > 0) {
      log.warn(
          "talaria.shutdown.grace ({}) leaves no time to close Codex within"
              + " spring.lifecycle.timeout-per-shutdown-phase ({})",
          grace(),
          phaseTimeout(environment));
    }
    codex.reopen();
    if (codex.starter().properties().eagerStart()) {
      codex.start();
    }
    running = true;
  }

  @Override
  public void stop(Runnable done) {
    codex.refuse();
    new Thread(
            () -> {
              try {
                stop();
              } finally {
                done.run();
              }
            },
            "talaria-shutdown")
        .start();
  }

  @Override
  public void stop() {
    codex.refuse();
    int turns = work.runningTurns();
    if (turns > 0) {
      log.info("turns that still run: {}; they have {} to end", turns, grace());
      if (!work.awaitIdle(grace())) {
        log.warn("turns that did not end within {}: {}", grace(), work.runningTurns());
      }
    }
    codex.close();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** A test's context that rests keeps its sessions. */
  @Override
  public boolean isPauseable() {
    return false;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
