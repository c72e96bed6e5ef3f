package dev.talaria.cli.chat;

import dev.talaria.base.DaemonThreads;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * What waits for Codex without being a turn: opening a thread, asking for lists. One at a time, on
 * a thread of its own; used by the chat's thread.
 */
final class ChatWork implements AutoCloseable {

  private final ChatQueue queue;
  private final Consumer<Throwable> failed;
  private final ExecutorService thread;
  private volatile Thread running;
  private String label = "";

  ChatWork(ChatQueue queue, Consumer<Throwable> failed) {
    this.queue = queue;
    this.failed = failed;
    this.thread = Executors.newSingleThreadExecutor(DaemonThreads.named("talaria-chat-work"));
  }

  /** What is being done, for people; empty when nothing is. */
  String label() {
    return label;
  }

  /** Does something; its result is used on the chat's thread. */
  <T> void start(String what, Callable<T> work, Consumer<T> then) {
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
    queue.post(
        () -> {
          label = "";
          showing.run();
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
  }
}
