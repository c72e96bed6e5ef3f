package dev.talaria.cli.chat;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits to be shown, and who may use the terminal.
 *
 * <p>Any thread posts, and goes on at once. What was posted runs in its order on whichever thread
 * holds the {@link #terminal}: the chat's own, or the one that asks a question.
 */
final class ChatQueue {

  private final Queue<Runnable> posted = new ConcurrentLinkedQueue<>();

  /** Fair, so that a question gets the terminal from a chat that takes it again and again. */
  private final ReentrantLock terminal = new ReentrantLock(true);

  void post(Runnable showing) {
    posted.add(showing);
  }

  ReentrantLock terminal() {
    return terminal;
  }

  /** Runs what was posted. The terminal must be held. */
  void drain() {
    for (Runnable next = posted.poll(); next != null; next = posted.poll()) {
      next.run();
    }
  }
}
