package dev.talaria.llm;

import dev.talaria.base.Guard;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * Signals that a result is no longer wanted, from one source to any number of listeners.
 *
 * <p>Safe for use by many threads. Actions run once, on the thread that cancels, or on the one that
 * registers them when it is too late; what they throw is logged.
 */
public final class CancellationToken {

  private static final CancellationToken NONE = new CancellationToken(false);

  private final boolean cancellable;
  private final Set<Listener> listeners = new LinkedHashSet<>();
  private boolean cancelled;

  private CancellationToken(boolean cancellable) {
    this.cancellable = cancellable;
  }

  /** {@return a token that is not yet cancelled} */
  public static CancellationToken create() {
    return new CancellationToken(true);
  }

  /** {@return the token that cannot be cancelled} */
  public static CancellationToken none() {
    return NONE;
  }

  /**
   * Cancels, and runs what was registered. Idempotent.
   *
   * @throws IllegalStateException on {@link #none()}
   */
  public void cancel() {
    if (!cancellable) {
      throw new IllegalStateException("CancellationToken.none() cannot be cancelled; create one");
    }
    List<Listener> due;
    synchronized (listeners) {
      cancelled = true;
      due = new ArrayList<>(listeners);
      listeners.clear();
    }
    due.forEach(Listener::run);
  }

  /** {@return whether it was cancelled} */
  public boolean isCancelled() {
    synchronized (listeners) {
      return cancelled;
    }
  }

  /**
   * Continues only if it was not cancelled.
   *
   * @throws CancellationException if it was
   */
  public void throwIfCancelled() {
    if (isCancelled()) {
      throw new CancellationException("the call was cancelled");
    }
  }

  /**
   * Runs an action when it is cancelled, at once if it was already.
   *
   * @param action should be quick
   * @return takes the action back when it is closed
   */
  public Registration onCancel(Runnable action) {
    Listener listener = new Listener(Objects.requireNonNull(action, "action"));
    if (!cancellable) {
      return listener;
    }
    synchronized (listeners) {
      if (!cancelled) {
        listeners.add(listener);
        return listener;
      }
    }
    listener.run();
    return listener;
  }

  /** How many actions wait. */
  int listening() {
    synchronized (listeners) {
      return listeners.size();
    }
  }

  /** An action that waits for a cancellation; closing it takes the action back. */
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }

  /** An action; compared by identity, so that the same one can be registered twice. */
  private final class Listener implements Registration {
    private final Runnable action;

    Listener(Runnable action) {
      this.action = action;
    }

    void run() {
      Guard.of("an action on a cancellation").run(action::run);
    }

    @Override
    public void close() {
      synchronized (listeners) {
        listeners.remove(this);
      }
    }
  }
}
