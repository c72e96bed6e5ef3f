package dev.talaria.session;

import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnState;

/**
 * What happens to a turn that the host starts while the thread runs a turn of another origin: a
 * goal's, a review, a prompt of the queue, another client's.
 *
 * <p>It never waits for a turn of the host's own: {@link CodexSession#startTurn} refuses a second
 * one.
 *
 * <p>Where two clients of one server send a turn at the same moment, Codex gives the second prompt
 * to the first one's turn, regardless of this setting. {@link Turn#origin} of the second is then
 * {@link dev.talaria.session.result.TurnOrigin#OTHER_CLIENT} (0.169.0).
 */
public enum TurnAdmission {
  /**
   * It waits until nothing runs, in state {@link TurnState#STARTING}, within its own time limit. An
   * active goal is paused for it, and continues when it has ended.
   */
  WAIT,
  /**
   * Its input is given to the turn that runs, and its result is that turn's. Refused if it has
   * settings, which Codex takes for a turn of its own only.
   */
  STEER,
  /** The turn that runs is interrupted; an active goal is paused, and continues afterwards. */
  INTERRUPT,
  /** It fails with {@link TurnError.Kind#REFUSED}. */
  REFUSE
}
