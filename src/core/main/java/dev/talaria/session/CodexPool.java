package dev.talaria.session;

import dev.talaria.approval.HostServices;
import dev.talaria.appserver.Workers;
import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexOptions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Many sessions on few children, all of one configuration and one {@code CODEX_HOME}.
 *
 * <p>Connections are launched when they are needed. A session gets the child with the fewest
 * sessions; when its child dies or is retired, its next turn goes on, on the same thread, in the
 * child that has the fewest then, or in a new one.
 *
 * <p>Safe for use by many threads. Whoever launches it closes it.
 */
public final class CodexPool implements AutoCloseable {

  private final PoolSlots slots;
  private final Workers workers;
  private final Set<DurableSession> sessions = ConcurrentHashMap.newKeySet();
  private final AtomicReference<CloseReport> closed = new AtomicReference<>();

  private CodexPool(PoolSlots slots, Workers workers) {
    this.slots = slots;
    this.workers = workers;
  }

  /**
   * Launches the first child, and fails as {@link Codex#launch(CodexOptions)} does. A recording of
   * another child is a file of its own, with a number behind its name.
   */
  public static CodexPool launch(CodexOptions options, PoolOptions bounds) {
    return launch(options, bounds, HostServices.NONE);
  }

  /** As {@link #launch(CodexOptions, PoolOptions)}, with services as {@link Codex} has them. */
  public static CodexPool launch(CodexOptions options, PoolOptions bounds, HostServices services) {
    Workers workers = Workers.create();
    PoolSlots slots = new PoolSlots(options, bounds, workers, services);
    try {
      slots.leave(slots.take(""));
    } catch (RuntimeException | Error e) {
      slots.close();
      workers.close();
      throw e;
    }
    return new CodexPool(slots, workers);
  }

  /**
   * Opens a session as {@link Codex#openSession} does, on the child with the fewest.
   *
   * @throws IllegalStateException if every child has as many sessions as it may have
   * @throws TalariaException if no child could be started, or Codex refuses
   */
  public CodexSession openSession(SessionOptions options) {
    return Codex.open(slots, workers, options, sessions);
  }

  /** How many sessions are open. */
  public int sessions() {
    return slots.sessions();
  }

  /** How many children live at the moment. */
  public int children() {
    return slots.living();
  }

  /**
   * What {@link #close} ended in the sessions that were open; empty before it. What a session's own
   * close ended is in the report of that session.
   */
  public Optional<CloseReport> closed() {
    return Optional.ofNullable(closed.get());
  }

  /** Ends all sessions, then all children and what they started. Bounded and idempotent. */
  @Override
  public void close() {
    closed.compareAndSet(null, DurableSession.closeAll(sessions));
    slots.close();
    workers.close();
  }
}
