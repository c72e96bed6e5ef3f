package dev.talaria.llm.ratelimit;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.llm.CancellationToken;
import dev.talaria.llm.TokenProbe;
import dev.talaria.llm.ratelimit.RateLimitSettings.Retry;
import dev.talaria.llm.ratelimit.RateLimitSignal.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The governor in a time that the test moves. */
@Timeout(30)
class RateLimitGovernorTest {

  private final FakeTime time = new FakeTime();
  private final List<RateLimitState> states = new ArrayList<>();

  private RateLimitGovernor governor(RateLimitSettings settings, int concurrency) {
    return new RateLimitGovernor(settings, concurrency, time, () -> 0.5, Duration.ofMillis(100));
  }

  private RateLimitGovernor governor() {
    return governor(RateLimitSettings.defaults(), 6);
  }

  static RateLimitSettings settings(boolean enabled, Optional<Duration> maxWait, Retry retry) {
    return new RateLimitSettings(enabled, 0.8, 1, maxWait, retry);
  }

  private static RateLimitSettings plain(int attempts) {
    return settings(
        true,
        Optional.empty(),
        new Retry(attempts, Duration.ofSeconds(1), Duration.ofSeconds(60), false));
  }

  static RateLimitSignal used(Status status, double utilization) {
    return new RateLimitSignal(
        "codex",
        status,
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.of(utilization),
        Optional.empty());
  }

  static RateLimitSignal refusedFor(long millis) {
    return new RateLimitSignal(
        "codex",
        Status.REJECTED,
        Optional.empty(),
        Optional.of(Duration.ofMillis(millis)),
        OptionalDouble.empty(),
        Optional.empty());
  }

  private static RateLimitSignal refusedUntil(Instant reset) {
    return new RateLimitSignal(
        "codex",
        Status.REJECTED,
        Optional.of(reset),
        Optional.of(Duration.ofMillis(1)),
        OptionalDouble.empty(),
        Optional.of("primary"));
  }

  static RateLimitSignal opaque() {
    return new RateLimitSignal(
        "codex",
        Status.REJECTED,
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.of("opaque"));
  }

  /** A call that waits on a thread of its own. */
  private CompletableFuture<Void> waiter(RateLimitGovernor governor, CancellationToken token) {
    int before = governor.waiting();
    CompletableFuture<Void> ready =
        CompletableFuture.runAsync(
            () -> {
              try {
                governor.waitForReady(token);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            },
            command -> new Thread(command).start());
    await().until(() -> governor.waiting() > before);
    return ready;
  }

  private List<String> names() {
    return states.stream().map(state -> state.getClass().getSimpleName()).toList();
  }

  // The ten cases of the reference.

  @Test
  void a_warning_lowers_concurrency_and_an_allowance_restores_it() {
    RateLimitGovernor governor = governor();
    governor.subscribe(states::add);
    governor.report(used(Status.WARNING, 0.91));
    assertEquals(1, governor.currentLimit());
    governor.report(used(Status.ALLOWED, 0.2));
    assertEquals(6, governor.currentLimit());
    assertEquals(
        List.of(
            new RateLimitState.ConcurrencyAdjusted("codex", 6, 1, RateLimitState.Reason.PRESSURE),
            new RateLimitState.ConcurrencyAdjusted("codex", 1, 6, RateLimitState.Reason.RECOVERED)),
        states.stream().filter(RateLimitState.ConcurrencyAdjusted.class::isInstance).toList());
    assertEquals("provider recovered", RateLimitState.Reason.RECOVERED.text());
  }

  @Test
  void a_wait_is_told_in_ticks_from_its_start_to_its_end() throws Exception {
    RateLimitGovernor governor = governor();
    governor.subscribe(states::add);
    governor.report(refusedFor(250));
    CompletableFuture<Void> call = waiter(governor, CancellationToken.none());
    time.pass(Duration.ofMillis(249));
    assertFalse(call.isDone());
    time.pass(Duration.ofMillis(1));
    call.get(60, TimeUnit.SECONDS);
    assertEquals(List.of(100L, 100L, 50L), time.sleepMillis());
    assertEquals(
        List.of(
            "Observed",
            "WaitStarted",
            "WaitTick",
            "ConcurrencyAdjusted",
            "WaitTick",
            "WaitTick",
            "WaitFinished"),
        names());
  }

  @Test
  void a_cancelled_wait_ends_and_takes_no_slot() {
    RateLimitGovernor governor = governor();
    governor.report(refusedFor(60_000));
    CancellationToken token = CancellationToken.create();
    CompletableFuture<Void> call =
        CompletableFuture.runAsync(
            () -> {
              try {
                governor.acquireWorkSlot(token).close();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    await().until(() -> governor.waiting() == 1);
    token.cancel();
    CompletionException cancelled = assertThrows(CompletionException.class, call::join);
    assertInstanceOf(CancellationException.class, cancelled.getCause());
    assertEquals(0, governor.activeSlots());
    assertEquals(0, time.alarms());
    assertEquals(0, TokenProbe.listening(token));
  }

  @Test
  void a_token_that_is_cancelled_already_waits_for_nothing() {
    CancellationToken token = CancellationToken.create();
    token.cancel();
    RateLimitGovernor governor = governor();
    assertThrows(CancellationException.class, () -> governor.waitForReady(token));
    RateLimitGovernor off = governor(settings(false, Optional.empty(), plain(2).retry()), 6);
    assertThrows(CancellationException.class, () -> off.waitForReady(token));
  }

  @Test
  void a_token_that_is_cancelled_already_takes_no_slot() {
    CancellationToken token = CancellationToken.create();
    token.cancel();
    RateLimitGovernor governor = governor();
    assertThrows(CancellationException.class, () -> governor.acquireWorkSlot(token));
    assertEquals(0, governor.activeSlots());
  }

  @Test
  void waits_of_unknown_length_double() throws Exception {
    RateLimitGovernor governor = governor(plain(3), 1);
    for (long seconds : List.of(1L, 2L)) {
      governor.report(opaque());
      CompletableFuture<Void> call = waiter(governor, CancellationToken.none());
      time.pass(Duration.ofSeconds(seconds));
      call.get(60, TimeUnit.SECONDS);
    }
    assertEquals(List.of(1000L, 2000L), time.sleepMillis());
  }

  @Test
  void attempts_are_those_of_the_settings_and_one_if_it_is_off() {
    assertEquals(3, governor(plain(3), 1).maxRetryAttempts());
    assertEquals(
        1, governor(settings(false, Optional.empty(), plain(3).retry()), 1).maxRetryAttempts());
  }

  @Test
  void ticks_come_while_nobody_waits() {
    RateLimitGovernor governor = governor();
    governor.subscribe(states::add);
    governor.report(refusedFor(250));
    time.pass(Duration.ofMillis(250));
    assertEquals(3, names().stream().filter("WaitTick"::equals).count());
    RateLimitState.WaitStarted started = (RateLimitState.WaitStarted) states.get(1);
    assertEquals(Duration.ofMillis(250), started.remaining());
    assertEquals(FakeTime.START.plusMillis(250), started.resumeAt());
    assertEquals(
        new RateLimitState.WaitFinished(
            "codex", Optional.empty(), started.resumeAt(), Duration.ZERO),
        states.get(states.size() - 1));
  }

  @Test
  void a_waiter_adds_no_sleeps_to_those_of_the_ticks() throws Exception {
    RateLimitGovernor governor = governor();
    governor.subscribe(states::add);
    governor.report(refusedFor(250));
    CompletableFuture<Void> one = waiter(governor, CancellationToken.none());
    CompletableFuture<Void> other = waiter(governor, CancellationToken.none());
    time.pass(Duration.ofMillis(250));
    CompletableFuture.allOf(one, other).get(60, TimeUnit.SECONDS);
    assertEquals(List.of(100L, 100L, 50L), time.sleepMillis());
  }

  @Test
  void the_last_subscriber_that_leaves_takes_the_alarm_back_once() {
    RateLimitGovernor governor = governor();
    RateLimitGovernor.Subscription subscription = governor.subscribe(states::add);
    governor.report(refusedFor(250));
    assertEquals(1, time.alarms());
    subscription.close();
    subscription.close();
    assertEquals(0, time.alarms());
    assertEquals(1, time.takenBack());
  }

  // What is better here than in the reference.

  @Test
  void a_waiter_goes_on_waiting_when_the_last_subscriber_leaves() throws Exception {
    RateLimitGovernor governor = governor();
    RateLimitGovernor.Subscription subscription = governor.subscribe(states::add);
    governor.report(refusedFor(250));
    CompletableFuture<Void> call = waiter(governor, CancellationToken.none());
    time.pass(Duration.ofMillis(120));
    subscription.close();
    assertEquals(List.of(100L, 100L, 130L), time.sleepMillis());
    time.pass(Duration.ofMillis(130));
    call.get(60, TimeUnit.SECONDS);
  }

  @Test
  void who_subscribes_during_a_wait_hears_the_rest_of_it() {
    RateLimitGovernor governor = governor();
    governor.report(refusedFor(250));
    assertEquals(0, time.alarms());
    time.pass(Duration.ofMillis(100));
    governor.subscribe(states::add);
    time.pass(Duration.ofMillis(150));
    assertEquals(List.of("WaitTick", "WaitTick", "WaitFinished"), names());
  }

  @Test
  void a_subscriber_that_throws_harms_nobody() {
    RateLimitGovernor governor = governor();
    governor.subscribe(
        state -> {
          throw new IllegalStateException("a broken display");
        });
    governor.subscribe(states::add);
    governor.report(refusedFor(250));
    assertEquals(1, governor.currentLimit());
    time.pass(Duration.ofMillis(250));
    assertEquals("WaitFinished", names().get(states.size() - 1));
  }

  @Test
  void a_subscriber_may_call_the_governor() {
    RateLimitGovernor governor = governor();
    governor.subscribe(
        state -> {
          states.add(state);
          if (state instanceof RateLimitState.Observed observed
              && observed.signal().status() == Status.WARNING) {
            governor.report(used(Status.ALLOWED, 0.1));
          }
        });
    governor.report(used(Status.WARNING, 0.9));
    assertEquals(
        List.of("Observed", "ConcurrencyAdjusted", "Observed", "ConcurrencyAdjusted"), names());
    assertEquals(6, governor.currentLimit());
  }

  @Test
  void a_wait_becomes_longer_and_never_shorter() {
    RateLimitGovernor governor = governor();
    governor.subscribe(states::add);
    governor.report(refusedFor(500));
    governor.report(refusedFor(100));
    governor.report(refusedFor(800));
    assertEquals(
        List.of(500L, 800L),
        states.stream()
            .filter(RateLimitState.WaitStarted.class::isInstance)
            .map(state -> ((RateLimitState.WaitStarted) state).remaining().toMillis())
            .toList());
    time.pass(Duration.ofMillis(799));
    assertFalse(names().contains("WaitFinished"));
    time.pass(Duration.ofMillis(1));
    assertEquals(1, names().stream().filter("WaitFinished"::equals).count());
  }

  @Test
  void an_allowance_does_not_end_a_wait() {
    RateLimitGovernor governor = governor();
    governor.subscribe(states::add);
    governor.report(refusedFor(500));
    governor.report(used(Status.ALLOWED, 0.1));
    assertEquals(6, governor.currentLimit());
    assertFalse(names().contains("WaitFinished"));
    assertEquals(1, time.alarms());
  }

  @Test
  void a_time_of_reset_counts_more_than_a_time_to_wait() {
    RateLimitGovernor governor = governor();
    governor.subscribe(states::add);
    governor.report(refusedUntil(FakeTime.START.plusSeconds(90)));
    assertEquals(
        FakeTime.START.plusSeconds(90), ((RateLimitState.WaitStarted) states.get(1)).resumeAt());
  }

  @Test
  void a_reset_that_is_over_is_no_reason_to_try_again_at_once() {
    RateLimitGovernor governor = governor(plain(3), 1);
    governor.subscribe(states::add);
    governor.report(
        new RateLimitSignal(
            "codex",
            Status.REJECTED,
            Optional.of(FakeTime.START.minusSeconds(1)),
            Optional.of(Duration.ZERO),
            OptionalDouble.empty(),
            Optional.empty()));
    assertEquals(Duration.ofSeconds(1), ((RateLimitState.WaitStarted) states.get(1)).remaining());
  }

  @Test
  void no_wait_is_longer_than_the_longest() {
    RateLimitGovernor governor =
        governor(settings(true, Optional.of(Duration.ofSeconds(30)), plain(3).retry()), 1);
    governor.subscribe(states::add);
    governor.report(refusedUntil(Instant.MAX));
    assertEquals(Duration.ofSeconds(30), ((RateLimitState.WaitStarted) states.get(1)).remaining());
  }

  @Test
  void a_limit_is_worth_waiting_for_within_the_longest_wait() {
    RateLimitGovernor bounded =
        governor(settings(true, Optional.of(Duration.ofMinutes(5)), plain(3).retry()), 1);
    assertTrue(bounded.waitsUntil(FakeTime.START.plusSeconds(300)));
    assertFalse(bounded.waitsUntil(FakeTime.START.plusSeconds(301)));
    assertTrue(governor().waitsUntil(FakeTime.START.plusSeconds(1_000_000)));
    assertFalse(
        governor(settings(false, Optional.empty(), plain(3).retry()), 1)
            .waitsUntil(FakeTime.START));
  }

  @Test
  void a_wait_of_unknown_length_is_told_without_ticks_between() {
    RateLimitGovernor governor = governor(plain(3), 1);
    governor.subscribe(states::add);
    governor.report(opaque());
    time.pass(Duration.ofSeconds(1));
    assertEquals(List.of("Observed", "WaitStarted", "WaitTick", "WaitFinished"), names());
  }

  @Test
  void short_waits_come_back_after_an_allowance() {
    RateLimitGovernor governor = governor(plain(6), 1);
    governor.subscribe(states::add);
    for (int refused = 0; refused < 4; refused++) {
      governor.report(opaque());
      time.pass(Duration.ofMinutes(2));
    }
    governor.report(RateLimitSignal.of("codex", Status.ALLOWED));
    governor.report(opaque());
    assertEquals(
        List.of(1L, 2L, 4L, 8L, 1L),
        states.stream()
            .filter(RateLimitState.WaitStarted.class::isInstance)
            .map(state -> ((RateLimitState.WaitStarted) state).remaining().toSeconds())
            .toList());
  }

  @Test
  void a_governor_that_is_off_holds_nothing_back() throws Exception {
    RateLimitGovernor governor = governor(settings(false, Optional.empty(), plain(3).retry()), 2);
    governor.subscribe(states::add);
    governor.report(refusedFor(60_000));
    governor.waitForReady(CancellationToken.none());
    List<RateLimitGovernor.Slot> slots = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      slots.add(governor.acquireWorkSlot(CancellationToken.none()));
    }
    assertEquals(5, governor.activeSlots());
    assertEquals(2, governor.currentLimit());
    slots.forEach(RateLimitGovernor.Slot::close);
    slots.forEach(RateLimitGovernor.Slot::close);
    assertEquals(0, governor.activeSlots());
    assertTrue(states.isEmpty());
  }

  @Test
  void running_work_is_not_stopped_and_new_work_waits_for_a_slot() throws Exception {
    RateLimitGovernor governor = governor(RateLimitSettings.defaults(), 2);
    RateLimitGovernor.Slot one = governor.acquireWorkSlot(CancellationToken.none());
    RateLimitGovernor.Slot two = governor.acquireWorkSlot(CancellationToken.none());
    governor.report(used(Status.ALLOWED, 0.8));
    assertEquals(1, governor.currentLimit());
    assertEquals(2, governor.activeSlots());
    AtomicInteger entered = new AtomicInteger();
    CompletableFuture<Void> third =
        CompletableFuture.runAsync(
            () -> {
              try {
                governor.acquireWorkSlot(CancellationToken.none());
                entered.incrementAndGet();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    await().until(() -> governor.waiting() == 1);
    one.close();
    one.close();
    assertEquals(1, governor.activeSlots());
    assertEquals(0, entered.get());
    two.close();
    third.get(60, TimeUnit.SECONDS);
    assertEquals(1, governor.activeSlots());
  }

  @Test
  void an_interrupted_wait_takes_no_slot() {
    RateLimitGovernor governor = governor();
    governor.report(refusedFor(60_000));
    CompletableFuture<Void> ended = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                governor.acquireWorkSlot(CancellationToken.none());
                ended.complete(null);
              } catch (InterruptedException e) {
                ended.completeExceptionally(e);
              }
            });
    thread.start();
    await().until(() -> governor.waiting() == 1);
    thread.interrupt();
    ExecutionException failed =
        assertThrows(ExecutionException.class, () -> ended.get(60, TimeUnit.SECONDS));
    assertInstanceOf(InterruptedException.class, failed.getCause());
    assertEquals(0, governor.activeSlots());
    assertEquals(0, governor.waiting());
  }
}
