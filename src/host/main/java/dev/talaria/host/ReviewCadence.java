package dev.talaria.host;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;

/**
 * Counts towards a review that a host wants every so many tool iterations or turns.
 *
 * <p>Safe for use by many threads. The host makes it, and may share it between its own loop and its
 * conversations ({@link CodexConversation.Builder#reviews}): the count is that of all of them.
 */
public final class ReviewCadence {

  private final String name;
  private final int interval;
  private final boolean ofTurns;
  private final Set<String> resetBy;
  private int count;

  private ReviewCadence(String name, int interval, boolean ofTurns, String... resetBy) {
    this.name = name;
    this.interval = interval;
    this.ofTurns = ofTurns;
    this.resetBy = Set.of(resetBy);
  }

  /**
   * {@return the cadence of a review every so many tool iterations: steps in which the model called
   * tools}
   *
   * @param name what {@link ReviewRequest#due} calls it
   * @param interval 0 for never; it is counted anyway
   * @param resetBy the tools whose call begins the count again, by the names that {@link
   *     HostDisplay} shows
   */
  public static ReviewCadence everyIterations(String name, int interval, String... resetBy) {
    return new ReviewCadence(name, interval, false, resetBy);
  }

  /**
   * As {@link #everyIterations}, every so many turns. A compaction is not a turn.
   *
   * @param name what {@link ReviewRequest#due} calls it
   * @param interval 0 for never; it is counted anyway
   * @param resetBy the tools whose call begins the count again, as there
   * @return the cadence, its count at 0
   */
  public static ReviewCadence everyTurns(String name, int interval, String... resetBy) {
    return new ReviewCadence(name, interval, true, resetBy);
  }

  /** {@return what {@link ReviewRequest#due} calls it} */
  public String name() {
    return name;
  }

  /** {@return the iterations or turns since the last review} */
  public synchronized int count() {
    return count;
  }

  /**
   * Sets the count: from where a host stored it, or raised by the host's own loop.
   *
   * @param next the iterations or turns since the last review
   */
  public synchronized void count(int next) {
    count = next;
  }

  /** Counts one turn. */
  synchronized void add(int iterations, Collection<String> toolsCalled) {
    if (Collections.disjoint(resetBy, toolsCalled)) {
      count += ofTurns ? 1 : iterations;
    } else {
      count = 0;
    }
  }

  /** Whether a review is due; if so the count starts again. */
  synchronized boolean takeDue() {
    boolean due = interval > 0 && count >= interval;
    if (due) {
      count = 0;
    }
    return due;
  }
}
