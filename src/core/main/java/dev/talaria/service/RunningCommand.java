package dev.talaria.service;

import java.util.concurrent.CompletableFuture;

/**
 * A command that Codex runs for the host. Safe for use by many threads; the futures fail as those
 * of {@link TypedCalls#request} do.
 */
public abstract class RunningCommand {

  /** Receives what a command writes. */
  @FunctionalInterface
  public interface Output {

    /**
     * The command has written something.
     *
     * @param toStderr whether it went to stderr; a command in a terminal has only stdout
     * @param bytes what it wrote; a character may be split between two calls
     */
    void write(boolean toStderr, byte[] bytes);
  }

  private final CompletableFuture<Integer> exit;

  RunningCommand(CompletableFuture<Integer> exit) {
    this.exit = exit;
  }

  /**
   * {@return completes with the exit code, when all output was reported} It completes on the thread
   * that reports it, so what depends on it must not block.
   */
  public final CompletableFuture<Integer> exit() {
    return exit.copy();
  }

  /**
   * Writes to its stdin.
   *
   * @param bytes not null
   * @return completes when Codex has taken them
   */
  public abstract CompletableFuture<Void> write(byte[] bytes);

  /** {@return completes when its stdin is closed} */
  public abstract CompletableFuture<Void> closeStdin();

  /**
   * Changes the size of its terminal.
   *
   * @param rows more than 0
   * @param columns more than 0
   * @return completes when it has the size; fails for a command without a terminal
   */
  public abstract CompletableFuture<Void> resize(int rows, int columns);

  /**
   * {@return completes when Codex has the request to end it; {@link #exit} says when it has ended}
   */
  public abstract CompletableFuture<Void> terminate();
}
