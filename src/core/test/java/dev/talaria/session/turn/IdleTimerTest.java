package dev.talaria.session.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Silence is what neither was read nor passed over unread. */
class IdleTimerTest {

  @Test
  void what_is_passed_over_is_a_sign_of_life() {
    int[] told = new int[1];
    TurnWatchdog.UnreadActivity passed = new TurnWatchdog.UnreadActivity(() -> told[0]++);
    long before = System.nanoTime() - 1;
    assertEquals(before, passed.orLater(before), "nothing was passed over yet");
    passed.note();
    assertEquals(1, told[0]);
    assertTrue(passed.orLater(before) - before > 0);
    long later = System.nanoTime() + Duration.ofHours(1).toNanos();
    assertEquals(later, passed.orLater(later));
  }

  @Test
  void an_alarm_does_not_ring_while_something_is_passed_over() {
    List<Runnable> looks = new ArrayList<>();
    long[] unread = {0};
    boolean[] rung = new boolean[1];
    IdleTimer alarm =
        new IdleTimer(
            Duration.ofNanos(1),
            (delay, look) -> {
              looks.add(look);
              Future<?> pending = new CompletableFuture<>();
              return pending;
            },
            heard -> unread[0] == 0 ? heard : unread[0],
            () -> rung[0] = true);
    alarm.restart();
    unread[0] = System.nanoTime() + Duration.ofHours(1).toNanos();
    looks.get(0).run();
    assertEquals(false, rung[0]);
    assertEquals(2, looks.size(), "it looks again later");
    unread[0] = System.nanoTime() - Duration.ofHours(1).toNanos();
    looks.get(1).run();
    assertTrue(rung[0]);
  }
}
