package dev.talaria.cli.chat;

import dev.talaria.base.DaemonThreads;
import dev.talaria.cli.terminal.Console;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What waits for Codex without being a turn: opening a thread, asking for lists. One at a time, on
 * a thread of its own; used by the chat's thread.
 */
final class ChatWork implements AutoCloseable {

  private final Console console;
  private final Consumer<Throwable> failed;
  private final ExecutorService thread;
  private final Runnable idle;
  private volatile Thread running;
  private String label = "";

  /**
   * @param failed takes what did not work
   * @param idle runs whenever something has ended and nothing else began
   */
  ChatWork(Console console, Consumer<Throwable> failed, Runnable idle) {
    this.idle = idle;
    this.console = console;
    this.failed = failed;
    this.thread = Executors.newSingleThreadExecutor(DaemonThreads.named("talaria-chat-work"));
  }

  /** What is being done, for people; empty when nothing is. */
  String label() {
    return label;
  }

  /** Does something; its result is used under the console's lock. */
  <T> void start(String what, Callable<T> work, Consumer<T> then) {
    start(what, work, then, failed);
  }

  /** The same, with something of its own for a failure. */
  <T> void start(String what, Callable<T> work, Consumer<T> then, Consumer<Throwable> failed) {
    label = what;
    thread.execute(
        () -> {
          running = Thread.currentThread();
          try {
            T result = work.call();
            end(() -> then.accept(result));
          } catch (Throwable e) {
            end(() -> failed.accept(e));
          } finally {
            running = null;
          }
        });
  }

  private void end(Runnable showing) {
    console.post(
        () -> {
          label = "";
          showing.run();
          if (label.isEmpty()) {
            idle.run();
          }
        });
  }

  /** Gives up what is being done, as far as it can be. */
  void cancel() {
    Thread worker = running;
    if (worker != null) {
      worker.interrupt();
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      // What it opens is closed after it.
      thread.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
