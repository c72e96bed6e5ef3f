package dev.talaria.llm.ratelimit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A time that stands still until a test moves it. Safe for use by many threads. */
final class FakeTime extends GovernorTime {

  static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  private final List<Alarm> set = new ArrayList<>();
  private final List<Duration> sleeps = new ArrayList<>();
  private long nanos;
  private int takenBack;

  private record Alarm(long at, Runnable action) {}

  @Override
  synchronized long nanos() {
    return nanos;
  }

  @Override
  synchronized Instant now() {
    return START.plusNanos(nanos);
  }

  @Override
  synchronized Runnable after(Duration delay, Runnable action) {
    Alarm alarm = new Alarm(nanos + delay.toNanos(), action);
    set.add(alarm);
    sleeps.add(delay);
    return () -> takeBack(alarm);
  }

  private synchronized void takeBack(Alarm alarm) {
    takenBack += set.remove(alarm) ? 1 : 0;
  }

  /** Lets time pass and runs what falls due, in order. */
  void pass(Duration duration) {
    long end = nanos() + duration.toNanos();
    for (Optional<Alarm> next = due(end); next.isPresent(); next = due(end)) {
      next.get().action().run();
    }
  }

  private synchronized Optional<Alarm> due(long end) {
    Optional<Alarm> next =
        set.stream().min(Comparator.comparingLong(Alarm::at)).filter(alarm -> alarm.at() <= end);
    nanos = next.map(Alarm::at).orElse(end);
    next.ifPresent(set::remove);
    return next;
  }

  /** How long each alarm was to take when it was set. */
  synchronized List<Long> sleepMillis() {
    return sleeps.stream().map(Duration::toMillis).toList();
  }

  /** How many alarms are set. */
  synchronized int alarms() {
    return set.size();
  }

  /** How many alarms were taken back before they went off. */
  synchronized int takenBack() {
    return takenBack;
  }
}
