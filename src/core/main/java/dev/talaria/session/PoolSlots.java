package dev.talaria.session;

import dev.talaria.approval.HostServices;
import dev.talaria.appserver.Workers;
import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The places of a pool: some slots, each with one child at a time. A session gets the slot with the
 * fewest sessions; when no child can be started there, the next one.
 *
 * <p>Safe for use by many threads. A place is taken before its child is started, so that the bound
 * holds at every moment.
 */
final class PoolSlots implements ConnectionSource {

  /** One child after the other, and how many sessions have a place there. */
  private static final class Slot {
    final CodexConnections children;
    int sessions;

    Slot(CodexConnections children) {
      this.children = children;
    }
  }

  private final PoolOptions bounds;
  private final List<Slot> slots = new ArrayList<>();
  private final OpenThreads threads = new OpenThreads();

  PoolSlots(CodexOptions options, PoolOptions bounds, Workers workers, HostServices services) {
    this.bounds = bounds;
    for (int i = 0; i < bounds.children(); i++) {
      CodexOptions own = i == 0 ? options : recordingOf(options, i + 1);
      slots.add(new Slot(CodexConnections.launching(own, workers, services)));
    }
  }

  private static CodexOptions recordingOf(CodexOptions options, int child) {
    return options
        .recording()
        .map(
            file ->
                options.toBuilder()
                    .recordTo(file.resolveSibling(file.getFileName() + ".child" + child))
                    .build())
        .orElse(options);
  }

  @Override
  public boolean replaces() {
    return true;
  }

  @Override
  public OpenThreads threads() {
    return threads;
  }

  @Override
  public SharedConnection take(String threadId) {
    return take(null, keeperOf(threadId));
  }

  /** The slot whose child has the thread still loaded, and so must have it again. */
  private Optional<Slot> keeperOf(String threadId) {
    return slots.stream()
        .filter(
            slot -> {
              SharedConnection child = slot.children.current();
              return child != null && child.takesSessions() && child.keeps.contains(threadId);
            })
        .findFirst();
  }

  @Override
  public SharedConnection move(SharedConnection from, boolean retire) {
    from.owner.leave(from, retire);
    return take(slotOf(from), Optional.empty());
  }

  /**
   * @param held where the session has a place already, which is moved; {@code null} for none
   * @param only the one slot that will do; empty for any
   */
  private SharedConnection take(Slot held, Optional<Slot> only) {
    Set<Slot> tried = new HashSet<>();
    only.ifPresent(keeper -> slots.stream().filter(slot -> slot != keeper).forEach(tried::add));
    TalariaException failure = null;
    Slot place = held;
    while (true) {
      Slot next;
      synchronized (this) {
        next = best(tried, place);
        if (place != null && place != next) {
          place.sessions--;
        }
        if (next != null && place != next) {
          next.sessions++;
        }
      }
      place = next;
      if (next == null) {
        throw failure != null ? failure : only.isPresent() ? keeperFull() : full();
      }
      try {
        return next.children.take();
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
  private Slot best(Set<Slot> tried, Slot held) {
    return slots.stream()
        .filter(slot -> !tried.contains(slot))
        .filter(slot -> slot == held || slot.sessions < bounds.maxSessionsPerChild())
        .min(Comparator.comparingInt(slot -> slot == held ? slot.sessions - 1 : slot.sessions))
        .orElse(null);
  }

  private IllegalStateException full() {
    return new IllegalStateException(
        "the pool is full: "
            + bounds.children()
            + " children with at most "
            + bounds.maxSessionsPerChild()
            + " sessions each; close a session, or give the pool larger PoolOptions");
  }

  private IllegalStateException keeperFull() {
    return new IllegalStateException(
        "the child that has this thread loaded has "
            + bounds.maxSessionsPerChild()
            + " sessions, and this Codex does not unload a thread: close a session, or give the"
            + " pool larger PoolOptions");
  }

  private synchronized void giveUp(Slot slot) {
    slot.sessions--;
  }

  @Override
  public void leave(SharedConnection child) {
    giveUp(slotOf(child));
    child.owner.leave(child);
  }

  private Slot slotOf(SharedConnection child) {
    return slots.stream().filter(slot -> slot.children == child.owner).findFirst().orElseThrow();
  }

  /** How many sessions have a place. */
  synchronized int sessions() {
    return slots.stream().mapToInt(slot -> slot.sessions).sum();
  }

  /** How many children live. */
  int living() {
    return (int)
        slots.stream()
            .map(slot -> slot.children.current())
            .filter(child -> child != null && child.takesSessions())
            .count();
  }

  void close() {
    slots.forEach(slot -> slot.children.close());
  }
}
