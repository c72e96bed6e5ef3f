package dev.talaria.viewer.model;

/**
 * Takes what a session consists of, while it is read or while it happens.
 *
 * <p>Called by one thread at a time. A thread and a turn come again whenever they have changed, and
 * are not to be kept longer than the call; an item comes once, when it has ended, so that items of
 * the same thread may come in another order than their numbers.
 */
public interface ViewSink {

  /** A thread is new, or has changed. */
  void thread(ViewThread thread);

  /** A turn is new, or has changed. */
  void turn(ViewTurn turn);

  /** An item has ended. */
  void item(ViewItem item);

  /** Whether items are wanted before they have ended. */
  default boolean isLive() {
    return false;
  }

  /** An item has begun; only where the sink is live. */
  default void begun(ViewItem item) {}

  /** An item that has begun has more text; only where the sink is live. */
  default void more(long number, String delta) {}
}
