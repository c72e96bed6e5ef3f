package dev.talaria.viewer.model;

/**
 * Takes what a session consists of, while it is read or while it happens.
 *
 * <p>Called by one thread. A thread and a turn come again whenever they have changed, and are not
 * to be kept longer than the call; an item comes once, when it has ended, so that items of the same
 * thread may come in another order than their numbers.
 */
public interface ViewSink {

  /** A thread is new, or has changed. */
  void thread(ViewThread thread);

  /** A turn is new, or has changed. */
  void turn(ViewTurn turn);

  /** An item has ended. */
  void item(ViewItem item);
}
