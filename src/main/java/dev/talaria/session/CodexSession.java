package dev.talaria.session;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One Codex thread: a conversation with a memory, in a working directory.
 *
 * <p>It outlives its child: when that is lost or retired, the next turn gets another one and
 * resumes the thread there, and its listener is told ({@link TurnListener#onResumed}). A turn that
 * failed is never sent again by itself.
 *
 * <p>Safe for use by many threads, but one turn runs at a time. A turn that fails is told in its
 * {@link TurnResult}; only misuse throws: a second turn while one runs, a closed session, a blank
 * prompt.
 */
public interface CodexSession extends AutoCloseable {

  /**
   * The thread's id; with it a later process can go on with the conversation ({@link
   * SessionOptions.Builder#resume}). Another one after Codex has lost the thread.
   */
  String threadId();

  /** The model that Codex uses for the thread; empty when it did not say. */
  String model();

  /**
   * How the session came to the child that it has: what {@link TurnListener#onResumed} told last;
   * empty for a thread that was never resumed. After {@link SessionOptions.Builder#resume} it says
   * what became of the last turn of before, so look here before a prompt is sent again.
   */
  default Optional<ResumeReport> resumed() {
    return Optional.empty();
  }

  /** Runs a turn and waits for its end. */
  default TurnResult runTurn(String prompt) {
    return runTurn(TurnInput.of(prompt), TurnListener.NONE);
  }

  /**
   * Runs a turn and waits for its end. When the waiting thread is interrupted, so is the turn: its
   * result is returned and the thread's interrupt flag is set.
   *
   * @throws IllegalStateException if a turn runs already or the session is closed
   */
  TurnResult runTurn(TurnInput input, TurnListener listener);

  /**
   * Starts a turn and returns at once.
   *
   * @throws IllegalStateException if a turn runs already or the session is closed
   */
  Turn startTurn(TurnInput input, TurnListener listener);

  /**
   * Ends the commands that Codex let go on behind an interrupted or ended turn. Closing the session
   * does the same where there may be one.
   *
   * @return completes when Codex has ended them
   */
  CompletableFuture<Void> endCommands();

  /**
   * Has Codex shorten what the thread remembers, as a turn of its own: the model sums it up, and
   * {@link TurnResult#compacted()} tells that it was done.
   *
   * @throws IllegalStateException if a turn runs already or the session is closed
   */
  default Turn compact() {
    return compact(TurnListener.NONE);
  }

  /** As {@link #compact()}, with a listener. */
  Turn compact(TurnListener listener);

  /**
   * Names the thread; {@link CodexThreads#read} tells the name. Waits for Codex.
   *
   * @throws IllegalArgumentException if the name is blank
   * @throws dev.talaria.base.TalariaException if Codex refuses or does not answer
   */
  void name(String text);

  /**
   * Ends the session and what its thread does: a running turn ends as interrupted. Waits a moment,
   * at most a second, until Codex has let go of the thread; then another process may resume it
   * (0.169.0 unloads it, which ends its background commands, too). Idempotent.
   */
  @Override
  void close();
}
