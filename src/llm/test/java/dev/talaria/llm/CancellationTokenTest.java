package dev.talaria.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CancellationTokenTest {

  private final CancellationToken token = CancellationToken.create();
  private final List<String> heard = new ArrayList<>();

  @Test
  void actions_run_once_and_in_order_when_it_is_cancelled() {
    token.onCancel(() -> heard.add("one"));
    token.onCancel(() -> heard.add("two"));
    assertFalse(token.isCancelled());
    token.throwIfCancelled();
    token.cancel();
    token.cancel();
    assertEquals(List.of("one", "two"), heard);
    assertTrue(token.isCancelled());
    assertThrows(CancellationException.class, token::throwIfCancelled);
    assertEquals(0, token.listening());
  }

  @Test
  void an_action_that_comes_too_late_runs_at_once() {
    token.cancel();
    token.onCancel(() -> heard.add("late")).close();
    assertEquals(List.of("late"), heard);
  }

  @Test
  void an_action_that_was_taken_back_does_not_run_and_leaves_nothing_behind() {
    Runnable twice = () -> heard.add("twice");
    CancellationToken.Registration first = token.onCancel(twice);
    token.onCancel(twice);
    first.close();
    first.close();
    assertEquals(1, token.listening());
    token.cancel();
    assertEquals(List.of("twice"), heard);
  }

  @Test
  void an_action_that_throws_does_not_keep_the_others_from_running() {
    token.onCancel(
        () -> {
          throw new IllegalStateException("broken");
        });
    token.onCancel(() -> heard.add("still"));
    token.cancel();
    assertEquals(List.of("still"), heard);
  }

  @Test
  void the_token_that_nobody_cancels_keeps_no_listeners() {
    CancellationToken none = CancellationToken.none();
    none.onCancel(() -> heard.add("never")).close();
    none.onCancel(() -> heard.add("never"));
    assertEquals(0, none.listening());
    assertThrows(IllegalStateException.class, none::cancel);
    assertFalse(none.isCancelled());
    assertEquals(List.of(), heard);
  }

  @Test
  void an_action_runs_exactly_once_however_registration_and_cancellation_meet() throws Exception {
    for (int round = 0; round < 500; round++) {
      CancellationToken raced = CancellationToken.create();
      AtomicInteger runs = new AtomicInteger();
      CountDownLatch start = new CountDownLatch(1);
      Thread canceller =
          new Thread(
              () -> {
                start.countDown();
                raced.cancel();
              });
      canceller.start();
      start.await();
      raced.onCancel(runs::incrementAndGet);
      canceller.join();
      assertEquals(1, runs.get());
    }
  }
}
