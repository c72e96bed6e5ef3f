package dev.talaria.session.goal;

import dev.talaria.protocol.Goal;
import java.util.Optional;

/**
 * How the run of a goal ended. Immutable.
 *
 * @param reason why nothing more is done for it
 * @param goal as Codex last reported it; empty when Codex never did
 */
public record GoalEnd(Reason reason, Optional<Goal> goal) {

  /** Why nothing more is done for a goal. */
  public enum Reason {
    /** The agent has reached it. */
    COMPLETE,
    /** The agent cannot continue. */
    BLOCKED,
    /** Its token budget is used up; what the last turn used may be above it. */
    BUDGET_LIMITED,
    /** The account's limit is reached. */
    USAGE_LIMITED,
    /**
     * It was paused, but not by {@link GoalRun#pause}: one of its turns was interrupted, or another
     * client paused it.
     */
    PAUSED,
    /** It was cleared, by the host or by another client. */
    CLEARED,
    /** {@link GoalOptions#timeout} is over; it is paused. */
    TIMEOUT,
    /** The session was closed. */
    CLOSED,
    /**
     * The connection was lost. The thread may have the goal still, and continue where it is
     * resumed.
     */
    CONNECTION_LOST
  }
}
