package dev.talaria.session;

import dev.talaria.protocol.Goal;
import dev.talaria.protocol.v2.ReviewTarget;
import dev.talaria.session.goal.GoalOptions;
import dev.talaria.session.goal.GoalRun;
import dev.talaria.session.listener.SessionListener;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.BackgroundCommand;
import dev.talaria.session.result.ResumeReport;
import dev.talaria.session.result.TurnOrigin;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One Codex thread: a conversation with a memory, in a working directory.
 *
 * <p>It outlives its connection: when the connection is lost or retired, the next turn gets another
 * one and resumes the thread there, and its listener is notified ({@link TurnListener#onResumed}).
 * A failed turn is never sent again automatically.
 *
 * <p>Safe for use by many threads, but one turn runs at a time. A turn that fails is reported in
 * its {@link TurnResult}; only misuse throws: a second turn while one runs, a closed session, a
 * blank prompt.
 */
public interface CodexSession extends AutoCloseable {

  /**
   * {@return the thread's id; with it a later process can continue with the conversation ({@link
   * SessionOptions.Builder#resume})} Another one after Codex has lost the thread.
   */
  String threadId();

  /** {@return the model that Codex uses for the thread; empty when it did not say} */
  String model();

  /**
   * {@return how the session came to its current connection: what {@link TurnListener#onResumed}
   * told last; empty for a thread that was never resumed} After {@link
   * SessionOptions.Builder#resume} it says what happened to the last turn, so look here before a
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
   * has already: the listener is notified of its state, its items and its end as Codex has kept
   * them, or nothing if the turn was started in this session and still runs.
   *
   * @param input the user's parts, and settings for this turn
   * @param listener told what happens; {@link TurnListener#NONE} for nobody
   * @return the turn, to wait for, to steer or to interrupt
   * @throws IllegalStateException if a turn runs already or the session is closed
   */
  Turn startTurn(TurnInput input, TurnListener listener);

  /**
   * Finds the turn that has the prompt with a key ({@link TurnInput#key}): one that runs or has
   * ended, of this session or of an earlier owner of the thread. So a host that was killed learns
   * whether a prompt was taken, and what happened to it.
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
   * @throws RefusedSettingException if this version of Codex keeps no keys (before 0.136.0)
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
   * Ends the commands that Codex let continue after an interrupted or ended turn. Closing the
   * session does the same where there may be one.
   *
   * @return completes when Codex has ended them
   */
  CompletableFuture<Void> endCommands();

  /**
   * Has Codex shorten what the thread remembers, as a turn of its own: the model sums it up, and
   * {@link TurnResult#compacted()} says that it was done.
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
   * Has Codex review changes, as a turn of its own and of {@link TurnOrigin#REVIEW}: {@link
   * Turn#findings} has what it found.
   *
   * @param target what is reviewed
   * @return the turn, to wait for or to interrupt
   * @throws IllegalStateException if a turn runs already or the session is closed
   */
  default Turn review(ReviewTarget target) {
    return review(target, TurnListener.NONE);
  }

  /**
   * As {@link #review(ReviewTarget)}, with a listener.
   *
   * @param target what is reviewed
   * @param listener told what happens
   * @return the turn, to wait for or to interrupt
   */
  default Turn review(ReviewTarget target, TurnListener listener) {
    throw new UnsupportedOperationException("review");
  }

  /**
   * Runs a command of the user's in the thread, at most for ten minutes, as a turn of its own and
   * of {@link TurnOrigin#SHELL}. The model is not asked; with the next prompt it receives the
   * command, its exit code and its output.
   *
   * <p><strong>It is the user's command: it runs at once, without approval and outside the
   * sandbox</strong>, with the rights of the Codex process, in the thread's directory and the
   * user's login shell. No policy or handler of the session sees it. A host passes on only what its
   * user typed. Source: measured with 0.169.0 in a read-only thread.
   *
   * @param command for the shell, with its quotes, pipes and redirections; not blank
   * @return the turn, to wait for or to interrupt, which ends the command. It is {@code COMPLETED}
   *     also when the command failed: its item has the exit code
   * @throws IllegalArgumentException if the command is blank
   * @throws IllegalStateException if a turn of the host's runs already or the session is closed
   */
  default Turn shellCommand(String command) {
    return shellCommand(command, Duration.ofMinutes(10), TurnListener.NONE);
  }

  /**
   * As {@link #shellCommand(String)}, with a time limit and a listener.
   *
   * @param command for the shell
   * @param limit when the command is ended, with the turn as {@link TurnStatus#INTERRUPTED}; longer
   *     than zero
   * @param listener told what happens
   * @return the turn, to wait for or to interrupt
   */
  default Turn shellCommand(String command, Duration limit, TurnListener listener) {
    throw new UnsupportedOperationException("shellCommand");
  }

  /**
   * Has Codex work on a goal until it is reached: turn after turn by itself, each of {@link
   * TurnOrigin#GOAL} and reported to {@link SessionListener#onTurn}. A turn that runs comes to its
   * end before; an earlier goal of the thread is cleared. Waits until Codex has taken it.
   *
   * <p>A turn that the host starts meanwhile has the goal wait until it has ended ({@link
   * TurnAdmission}). Source: measured with 0.133.0 to 0.169.0; 0.128.0 to 0.132.0 have goals if its
   * own configuration switches them on, 0.125.0 has none.
   *
   * @param objective what is to be reached; not blank, at most 4,000 characters
   * @param options its budget, its time limit, who is notified of its progress
   * @return the run, to wait for, to pause or to clear
   * @throws IllegalArgumentException if the objective is blank
   * @throws IllegalStateException if the session was opened without {@link
   *     SessionOptions.Builder#goals}, a run of it has not ended, the session is closed, or this
   *     session's own listener calls
   * @throws dev.talaria.base.TalariaException if Codex refuses it, has no goals or has them
   *     switched off
   */
  default GoalRun goal(String objective, GoalOptions options) {
    throw new UnsupportedOperationException("goal");
  }

  /**
   * {@return the thread's goal as Codex last reported it, no matter who set it, the model included;
   * empty for none} Nothing is reported about it in a session that was opened without {@link
   * SessionOptions.Builder#goals}.
   */
  default Optional<Goal> goal() {
    return Optional.empty();
  }

  /** {@return the prompts that wait in the thread} */
  default PromptQueue queue() {
    throw new UnsupportedOperationException("queue");
  }

  /**
   * Has the thread's later turns begin with other settings, no matter who starts them: model,
   * effort, summary, service tier, directory, approval policy, sandbox or permission profile. What
   * is not set stays as it is; a running turn continues as it began. They hold after a change of
   * connection, too, and before the session's options. Waits for Codex.
   *
   * @param settings begun with {@link TurnInput#settings()}
   * @throws IllegalArgumentException if there is input, a key, a schema or a time limit
   * @throws IllegalStateException if the session is closed, or this session's own listener calls
   * @throws dev.talaria.base.TalariaException if Codex refuses one, or its version is before
   *     0.133.0
   */
  default void settings(TurnInput settings) {
    throw new UnsupportedOperationException("settings");
  }

  /**
   * Takes a turn and all later ones out of what the thread remembers: the model does not see them
   * again, and {@link CodexThreads#turns} does not list them. Waits for Codex.
   *
   * <p><strong>Files stay as the turns left them</strong>: nothing is undone on disk. Codex takes
   * only a turn that began with a prompt; a review or a command of the user's is refused. Source:
   * measured with 0.151.0 to 0.169.0.
   *
   * @param turnId the first turn to go, such as {@link TurnResult#turnId}
   * @throws IllegalStateException if a turn runs, the session is closed, or this session's own
   *     listener calls
   * @throws dev.talaria.base.TalariaException if Codex refuses it, or its version is before 0.151.0
   */
  default void revert(String turnId) {
    throw new UnsupportedOperationException("revert");
  }

  /**
   * Names the thread; {@link CodexThreads#read} tells the name. Waits for Codex.
   *
   * @param text the name; not blank
   * @throws IllegalArgumentException if the name is blank
   * @throws dev.talaria.base.TalariaException if Codex refuses or does not answer
   */
  void name(String text);

  /** {@return how many events of the thread wait for the session's listeners} */
  default int pendingEvents() {
    return 0;
  }

  /**
   * {@return what closing ended; empty before the session is closed} A session that its own
   * listener closes has it when the listener has returned.
   */
  default Optional<CloseReport> closed() {
    return Optional.empty();
  }

  /**
   * Ends the session, and says whether what its thread does ends too.
   *
   * @param mode {@link CloseMode#LEAVE} is what {@link #close()} does
   */
  default void close(CloseMode mode) {
    close();
  }

  /**
   * Ends the session. One that is attached to a server leaves it at that: what runs in the thread
   * continues there, and {@link #closed} names it; {@link #close(CloseMode)} ends it. One of a
   * Codex that this program has launched also ends what its thread and its sub-agents do: a running
   * turn ends as interrupted, and the commands that still run are ended; {@link #closed} and a
   * warning in the log name them. Waits a moment, at most a second, until Codex has released the
   * thread; then another process may resume it (0.169.0 unloads it). Idempotent.
   */
  @Override
  void close();
}
