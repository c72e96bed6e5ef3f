package dev.talaria.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One Codex thread: a conversation with a memory, in a working directory.
 *
 * <p>It outlives its connection: when that is lost or retired, the next turn gets another one and
 * resumes the thread there, and its listener is told ({@link TurnListener#onResumed}). A turn that
 * failed is never sent again by itself.
 *
 * <p>Safe for use by many threads, but one turn runs at a time. A turn that fails is told in its
 * {@link TurnResult}; only misuse throws: a second turn while one runs, a closed session, a blank
 * prompt.
 */
public interface CodexSession extends AutoCloseable {

  /**
   * {@return the thread's id; with it a later process can go on with the conversation ({@link
   * SessionOptions.Builder#resume})} Another one after Codex has lost the thread.
   */
  String threadId();

  /** {@return the model that Codex uses for the thread; empty when it did not say} */
  String model();

  /**
   * {@return how the session came to its current connection: what {@link TurnListener#onResumed}
   * told last; empty for a thread that was never resumed} After {@link
   * SessionOptions.Builder#resume} it says what became of the last turn, so look here before a
   * prompt is sent again.
   */
  default Optional<ResumeReport> resumed() {
    return Optional.empty();
  }

  /**
   * Runs a turn and waits for its end.
   *
   * @param prompt the user's text; not blank
   * @return how the turn ended, a failure included
   * @throws IllegalArgumentException if the prompt is blank or too long
   * @throws IllegalStateException if a turn runs already, the session is closed, or this session's
   *     own listener calls
   */
  default TurnResult runTurn(String prompt) {
    return runTurn(TurnInput.of(prompt), TurnListener.NONE);
  }

  /**
   * Runs a turn and waits for its end. When the waiting thread is interrupted, so is the turn: its
   * result is returned and the thread's interrupt flag is set.
   *
   * @param input the user's parts, and settings for this turn
   * @param listener told what happens; {@link TurnListener#NONE} for nobody
   * @return how the turn ended, a failure included
   * @throws IllegalStateException if a turn runs already, the session is closed, or this session's
   *     own listener calls
   */
  TurnResult runTurn(TurnInput input, TurnListener listener);

  /**
   * Starts a turn and returns at once. With {@link TurnInput#once} it may be a turn that the thread
   * has already: the listener is told of its state, its items and its end as Codex has kept them,
   * or nothing if the turn was started in this session and still runs.
   *
   * @param input the user's parts, and settings for this turn
   * @param listener told what happens; {@link TurnListener#NONE} for nobody
   * @return the turn, to wait for, to steer or to interrupt
   * @throws IllegalStateException if a turn runs already or the session is closed
   */
  Turn startTurn(TurnInput input, TurnListener listener);

  /**
   * Finds the turn that has the prompt with a key ({@link TurnInput#key}): one that runs or has
   * ended, of this session or of whoever had the thread before. So a host that was killed learns
   * whether a prompt was taken, and what became of it.
   *
   * <p>The whole thread is read, the newest turns first, for at most a minute; so an empty result
   * means that no turn has the key. A fork has the keys of the thread that it was made of. The
   * result of a turn that ended earlier is what Codex has kept: status, messages, final text and
   * error, but not tokens, diff or plan, and {@link TurnListener}s of it are not called again. Of a
   * running one the end is noticed within seconds; it is not bound to this session's time limits.
   *
   * @param key the key of a prompt
   * @return the turn, to wait for, to steer or to interrupt; the newest one if several have the
   *     key; empty when there is none
   * @throws IllegalStateException if the session is closed, or if this session's own listener calls
   * @throws RefusedSettingException if this version of Codex keeps no keys (before 0.140.0)
   * @throws dev.talaria.base.TalariaException if Codex refuses, as for an ephemeral thread, or does
   *     not answer, or the thread is too long to be read in that time
   */
  Optional<Turn> findTurn(String key);

  /**
   * Waits until the commands that ended turns of this session and of its sub-agents left running
   * ({@link TurnResult#runningCommands}) have ended by themselves. Their late items still reach the
   * listeners of their turns. Also returns when the connection is lost, or the session has got
   * another one: then nothing more is received of them.
   *
   * <p>What is known of a command is what Codex says of its item; 0.169.0 is asked for its list as
   * well. A process that a command left behind in the background of its own shell ({@code server
   * &}) is not a command of Codex's, and is not waited for. When the waiting thread is interrupted,
   * this returns at once and the thread's interrupt flag is set.
   *
   * @param limit how long to wait at most; zero only looks
   * @return those that are not known to have ended; empty when all have
   * @throws IllegalArgumentException if the limit is negative
   * @throws IllegalStateException if the session is closed or is closed meanwhile, which ends the
   *     commands, or if this session's own listener waits
   */
  List<BackgroundCommand> awaitCommands(Duration limit);

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
   * @return the turn, to wait for or to interrupt
   * @throws IllegalStateException if a turn runs already or the session is closed
   */
  default Turn compact() {
    return compact(TurnListener.NONE);
  }

  /**
   * As {@link #compact()}, with a listener.
   *
   * @param listener told what happens
   * @return the turn, to wait for or to interrupt
   */
  Turn compact(TurnListener listener);

  /**
   * Names the thread; {@link CodexThreads#read} tells the name. Waits for Codex.
   *
   * @param text the name; not blank
   * @throws IllegalArgumentException if the name is blank
   * @throws dev.talaria.base.TalariaException if Codex refuses or does not answer
   */
  void name(String text);

  /**
   * {@return what closing ended; empty before the session is closed} A session that its own
   * listener closes has it when the listener has returned.
   */
  default Optional<CloseReport> closed() {
    return Optional.empty();
  }

  /**
   * Ends the session and what its thread and its sub-agents do: a running turn ends as interrupted,
   * and the commands that still run are ended; {@link #closed} and a warning in the log name them.
   * Waits a moment, at most a second, until Codex has let go of the thread; then another process
   * may resume it (0.169.0 unloads it). Idempotent.
   */
  @Override
  void close();
}
