package dev.talaria.spring.boot;

import dev.talaria.session.Codex;
import dev.talaria.session.CodexPool;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.listener.TalariaObserver;
import java.util.Optional;

/**
 * The program's Codex or pool, started when it is first needed. A start that failed is tried again
 * by the next caller.
 *
 * <p>Safe for use by many threads; those that need it at once wait for one start. {@link #running}
 * never waits.
 */
final class LazyCodex implements AutoCloseable {

  private final CodexStarter starter;
  private final TalariaObserver[] observers;
  private final Object starting = new Object();
  private volatile boolean open = true;
  private volatile Codex codex;
  private volatile CodexPool pool;

  LazyCodex(CodexStarter starter, TalariaObserver... observers) {
    this.starter = starter;
    this.observers = observers;
  }

  CodexStarter starter() {
    return starter;
  }

  boolean isPool() {
    return starter.properties().mode() == TalariaProperties.Mode.POOL;
  }

  /** The Codex, started if need be. */
  Codex codex() {
    synchronized (starting) {
      requireOpen();
      if (codex == null) {
        Codex started = starter.start();
        started.observe(observers);
        codex = started;
      }
      return codex;
    }
  }

  /** The pool, started if need be. */
  CodexPool pool() {
    synchronized (starting) {
      requireOpen();
      if (pool == null) {
        CodexPool started = starter.startPool();
        started.observe(observers);
        pool = started;
      }
      return pool;
    }
  }

  CodexSession openSession(SessionOptions options) {
    requireOpen();
    return isPool() ? pool().openSession(options) : codex().openSession(options);
  }

  /** Starts it. */
  void start() {
    if (isPool()) {
      pool();
    } else {
      codex();
    }
  }

  /** The Codex, if it was started. */
  Optional<Codex> running() {
    return Optional.ofNullable(codex);
  }

  /** The pool, if it was started. */
  Optional<CodexPool> runningPool() {
    return Optional.ofNullable(pool);
  }

  private void requireOpen() {
    if (!open) {
      throw new IllegalStateException("the program is shutting down, so it opens no more sessions");
    }
  }

  /** Opens no more sessions, until {@link #reopen}. */
  void refuse() {
    open = false;
  }

  /** The next session starts Codex again. */
  void reopen() {
    open = true;
  }

  /** Ends the sessions, and what was started. Idempotent; a start that runs is waited for. */
  @Override
  public void close() {
    refuse();
    synchronized (starting) {
      Codex one = codex;
      CodexPool many = pool;
      codex = null;
      pool = null;
      if (one != null) {
        one.close();
      }
      if (many != null) {
        many.close();
      }
    }
  }
}
