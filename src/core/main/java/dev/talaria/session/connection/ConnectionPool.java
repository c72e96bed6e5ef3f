package dev.talaria.session.connection;

import dev.talaria.base.TalariaException;
import dev.talaria.service.Subscription;
import dev.talaria.session.listener.MessageWatcher;
import dev.talaria.session.listener.TalariaObserver;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where sessions get their connections: some slots, each with one connection at a time. A session
 * gets the slot with the fewest sessions; when no connection can be started there, the next one.
 *
 * <p>Safe for use by many threads. A place is acquired before its connection is started, so that
 * the bound holds at every moment.
 */
public final class ConnectionPool {

  private final List<CodexConnections> slots;
  private final int maxSessions;

  /**
   * @param maxSessions how many sessions each slot has at most
   */
  public ConnectionPool(List<CodexConnections> slots, int maxSessions) {
    this.slots = slots;
    this.maxSessions = maxSessions;
  }

  /** Whether Codex runs on this machine, as a child of this program. */
  public boolean ownsCodex() {
    SharedConnection current = slots.get(0).current();
    return current == null || !current.server.comesBack();
  }

  /** Whether a connection that is lost is replaced by another. */
  public boolean replaces() {
    return slots.get(0).replaces();
  }

  /**
   * A connection that lives, with a place in it. Blocks while it is started.
   *
   * @param threadId the thread that is to be resumed there; empty for a new one
   * @throws IllegalStateException if there is no place
   * @throws TalariaException if no connection could be started
   */
  public SharedConnection acquire(String threadId) {
    return acquire(null, keeperOf(threadId));
  }

  /** The slot whose connection has the thread still loaded, and so must have it again. */
  private Optional<CodexConnections> keeperOf(String threadId) {
    return slots.stream()
        .filter(
            slot -> {
              SharedConnection current = slot.current();
              return current != null && current.takesSessions() && current.keeps.contains(threadId);
            })
        .findFirst();
  }

  /**
   * A place in another connection for the one in {@code from}, which is given up; blocks as {@link
   * #acquire} does. When it throws, the place in {@code from} is given up anyway.
   *
   * @param retire whether the connection that is left is no longer useful
   */
  public SharedConnection transfer(SharedConnection from, boolean retire) {
    from.owner.release(from, retire);
    return acquire(from.owner, Optional.empty());
  }

  /**
   * @param held where the session has a place already, which is transferred; {@code null} for none
   * @param only the one slot that will do; empty for any
   */
  private SharedConnection acquire(CodexConnections held, Optional<CodexConnections> only) {
    Set<CodexConnections> tried = new HashSet<>();
    only.ifPresent(keeper -> slots.stream().filter(slot -> slot != keeper).forEach(tried::add));
    TalariaException failure = null;
    CodexConnections place = held;
    while (true) {
      CodexConnections next;
      synchronized (this) {
        next = best(tried, place);
        if (place != null && place != next) {
          place.places--;
        }
        if (next != null && place != next) {
          next.places++;
        }
      }
      place = next;
      if (next == null) {
        throw failure != null ? failure : only.isPresent() ? keeperFull() : full();
      }
      try {
        return next.acquire();
      } catch (TalariaException e) {
        failure = e;
        tried.add(next);
      } catch (RuntimeException | Error e) {
        giveUp(next);
        throw e;
      }
    }
  }

  /** The slot with the fewest other sessions and a place; {@code null} for none. */
  private CodexConnections best(Set<CodexConnections> tried, CodexConnections held) {
    return slots.stream()
        .filter(slot -> !tried.contains(slot))
        .filter(slot -> slot == held || slot.places < maxSessions)
        .min(Comparator.comparingInt(slot -> slot == held ? slot.places - 1 : slot.places))
        .orElse(null);
  }

  private IllegalStateException full() {
    return new IllegalStateException(
        ("the pool is full: %s children with at most %s sessions each; close a session, or give"
                + " the pool larger PoolOptions")
            .formatted(slots.size(), maxSessions));
  }

  private IllegalStateException keeperFull() {
    return new IllegalStateException(
        "the child that has this thread loaded has "
            + maxSessions
            + " sessions, and this Codex does not unload a thread: close a session, or give the"
            + " pool larger PoolOptions");
  }

  private synchronized void giveUp(CodexConnections slot) {
    slot.places--;
  }

  /** Gives a place up. */
  public void release(SharedConnection connection) {
    giveUp(connection.owner);
    connection.owner.release(connection, false);
  }

  /** How many sessions have a place. */
  public synchronized int sessions() {
    return slots.stream().mapToInt(slot -> slot.places).sum();
  }

  /** Watches the connections, those that are there included. */
  public void observe(List<TalariaObserver> observers) {
    slots.forEach(slot -> slot.observe(observers));
  }

  public Subscription watch(MessageWatcher watcher) {
    List<Subscription> all = slots.stream().map(slot -> slot.watch(watcher)).toList();
    return () -> all.forEach(Subscription::close);
  }

  /** How many connections live. */
  public int living() {
    return (int)
        slots.stream()
            .map(slot -> slot.current())
            .filter(current -> current != null && current.takesSessions())
            .count();
  }

  public void close() {
    slots.forEach(CodexConnections::close);
  }
}
