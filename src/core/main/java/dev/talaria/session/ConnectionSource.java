package dev.talaria.session;

import dev.talaria.base.TalariaException;

/** Where sessions get their children from. Safe for use by many threads. */
interface ConnectionSource {

  /** The threads that its sessions have open. */
  OpenThreads threads();

  /**
   * A child that lives, with a place in it. Blocks while it is started.
   *
   * @param threadId the thread that is to be resumed there; empty for a new one
   * @throws IllegalStateException if there is no place
   * @throws TalariaException if no child could be started
   */
  SharedConnection take(String threadId);

  /**
   * A place in another child for the one in {@code from}, which is given up; blocks as {@link
   * #take} does. When it throws, the place in {@code from} is given up all the same.
   *
   * @param retire whether the child that is left is of no more use
   */
  SharedConnection move(SharedConnection from, boolean retire);

  /** Gives a place up. */
  void leave(SharedConnection child);

  /** Whether a child that is lost is replaced by another. */
  boolean replaces();
}
