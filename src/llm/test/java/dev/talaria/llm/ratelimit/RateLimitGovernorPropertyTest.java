package dev.talaria.llm.ratelimit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.llm.CancellationToken;
import dev.talaria.llm.ratelimit.RateLimitSettings.Retry;
import dev.talaria.llm.ratelimit.RateLimitSignal.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** What holds of a governor whatever is reported to it, by however many threads. */
class RateLimitGovernorPropertyTest {

  @Property(tries = 2000)
  void no_wait_of_unknown_length_is_above_the_cap(
      @ForAll @IntRange(min = 1, max = 5000) int attempts,
      @ForAll @LongRange(min = 1, max = 10_000_000) long base,
      @ForAll @LongRange(min = 1, max = 10_000_000) long cap,
      @ForAll @DoubleRange(min = 0, max = 1) double random,
      @ForAll @IntRange(min = 1, max = 100) int refusals) {
    Retry retry = new Retry(attempts, Duration.ofMillis(base), Duration.ofMillis(cap), true);
    Backoff backoff = new Backoff(retry, () -> random);
    Duration before = Duration.ZERO;
    for (int i = 0; i < refusals; i++) {
      Duration next = backoff.next("codex");
      assertTrue(next.compareTo(retry.maxDelay()) <= 0, next + " is above " + retry);
      assertTrue(next.compareTo(before) >= 0, next + " is shorter than " + before);
      assertTrue(!next.isZero() && !next.isNegative(), next.toString());
      before = next;
    }
  }

  @Property(tries = 2000)
  void the_time_to_go_on_is_never_put_forward_while_a_wait_is_on(
      @ForAll @Size(min = 1, max = 40) List<@LongRange(min = -5000, max = 5000) Long> events) {
    FakeTime time = new FakeTime();
    RateLimitGovernor governor =
        new RateLimitGovernor(
            RateLimitSettings.defaults(), 4, time, () -> 0.9, Duration.ofMillis(300));
    List<Instant> resumes = new ArrayList<>();
    AtomicInteger open = new AtomicInteger();
    governor.subscribe(
        state -> {
          if (state instanceof RateLimitState.WaitStarted started) {
            if (open.getAndSet(1) == 1) {
              assertLater(resumes.get(resumes.size() - 1), started.resumeAt());
            }
            resumes.add(started.resumeAt());
          } else if (state instanceof RateLimitState.WaitTick tick) {
            assertEqual(resumes.get(resumes.size() - 1), tick.resumeAt());
          } else if (state instanceof RateLimitState.WaitFinished finished) {
            assertEqual(resumes.get(resumes.size() - 1), finished.resumeAt());
            assertEqual(time.now(), finished.resumeAt());
            open.set(0);
          }
        });
    for (long event : events) {
      if (event > 0) {
        governor.report(RateLimitGovernorTest.refusedFor(event));
      } else if (event % 7 == 0) {
        governor.report(RateLimitGovernorTest.opaque());
      } else if (event % 5 == 0) {
        governor.report(RateLimitSignal.of("codex", Status.ALLOWED));
      } else {
        time.pass(Duration.ofMillis(-event));
      }
    }
    time.pass(Duration.ofMinutes(5));
    assertEquals(List.of(), wrong);
    assertEquals(0, open.get());
    assertEquals(0, time.alarms());
  }

  /** A subscriber's own exceptions are ignored by the governor. */
  private final List<String> wrong = new ArrayList<>();

  private void assertLater(Instant before, Instant after) {
    if (!after.isAfter(before)) {
      wrong.add(after + " is not after " + before);
    }
  }

  private void assertEqual(Instant wanted, Instant got) {
    if (!wanted.equals(got)) {
      wrong.add(got + " is not " + wanted);
    }
  }

  @Property(tries = 8)
  void many_threads_never_exceed_the_slots_and_all_come_through(
      @ForAll @IntRange(min = 1, max = 5) int concurrency, @ForAll long seed) throws Exception {
    RateLimitGovernor governor =
        new RateLimitGovernor(
            new RateLimitSettings(
                true,
                0.8,
                1,
                Optional.of(Duration.ofMillis(3)),
                new Retry(3, Duration.ofMillis(1), Duration.ofMillis(2), true)),
            concurrency,
            new GovernorTime(),
            () -> 0.5,
            Duration.ofMillis(1));
    AtomicInteger states = new AtomicInteger();
    RateLimitGovernor.Subscription subscription =
        governor.subscribe(state -> states.incrementAndGet());
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    int threads = 24;
    CountDownLatch go = new CountDownLatch(1);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<Integer>> all = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Random random = new Random(seed + i);
      all.add(
          pool.submit(
              () -> {
                go.await();
                int done = 0;
                for (int round = 0; round < 25; round++) {
                  done += work(governor, random, inside, most);
                }
                return done;
              }));
    }
    go.countDown();
    int done = 0;
    for (Future<Integer> one : all) {
      done += one.get(60, TimeUnit.SECONDS);
    }
    pool.shutdown();
    subscription.close();
    assertEquals(threads * 25, done);
    assertTrue(most.get() <= concurrency, most + " of " + concurrency);
    assertEquals(0, governor.activeSlots());
    assertEquals(0, governor.waiting());
    assertTrue(states.get() > 0);
  }

  /** One piece of work, or one that is cancelled while it may wait. */
  private static int work(
      RateLimitGovernor governor, Random random, AtomicInteger inside, AtomicInteger most)
      throws InterruptedException {
    CancellationToken token = CancellationToken.create();
    if (random.nextInt(10) == 0) {
      token.cancel();
    }
    try {
      RateLimitGovernor.Slot slot = governor.acquireWorkSlot(token);
      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
      governor.report(
          switch (random.nextInt(6)) {
            case 0 -> RateLimitGovernorTest.opaque();
            case 1 -> RateLimitGovernorTest.refusedFor(random.nextInt(3));
            case 2 -> RateLimitGovernorTest.used(Status.WARNING, 0.9);
            default -> RateLimitGovernorTest.used(Status.ALLOWED, 0.1);
          });
      inside.decrementAndGet();
      slot.close();
      slot.close();
    } catch (CancellationException e) {
      assertTrue(token.isCancelled());
    }
    return 1;
  }
}
