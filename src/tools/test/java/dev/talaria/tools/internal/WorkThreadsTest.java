package dev.talaria.tools.internal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which thread works, what waits, and what happens to work that fails. */
@Timeout(30)
class WorkThreadsTest {

  private final WorkThreads threads = new WorkThreads("work-threads-test", 2, 2);
  private final CountDownLatch gate = new CountDownLatch(1);

  @AfterEach
  void end() {
    gate.countDown();
    threads.close();
  }

  private void block() {
    try {
      gate.await();
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void more_work_than_threads_waits_in_its_order_and_still_more_is_rejected() {
    List<String> done = new CopyOnWriteArrayList<>();
    threads.execute(this::block);
    threads.execute(this::block);
    threads.execute(() -> done.add("first"));
    threads.execute(() -> done.add("second"));
    assertThrows(RejectedExecutionException.class, () -> threads.execute(() -> done.add("no")));
    assertEquals(List.of(), done);
    gate.countDown();
    await().atMost(Duration.ofMinutes(1)).until(() -> done.size() == 2);
    assertEquals(Set.of("first", "second"), Set.copyOf(done));
  }

  @Test
  void work_is_never_forgotten_and_never_more_than_allowed_at_once() {
    WorkThreads many = new WorkThreads("work-threads-test", 3, 100_000);
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    for (int i = 0; i < 20_000; i++) {
      many.execute(
          () -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            now.decrementAndGet();
            done.incrementAndGet();
          });
    }
    await().atMost(Duration.ofMinutes(1)).until(() -> done.get() == 20_000);
    assertTrue(most.get() <= 3, most.toString());
    many.close();
  }

  @Test
  void work_that_fails_makes_room_for_the_next() {
    Set<Thread> failed = ConcurrentHashMap.newKeySet();
    Runnable failing =
        () -> {
          Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> failed.add(thread));
          block();
          throw new IllegalStateException("as it should");
        };
    AtomicInteger done = new AtomicInteger();
    threads.execute(failing);
    threads.execute(failing);
    threads.execute(done::incrementAndGet);
    threads.execute(done::incrementAndGet);
    gate.countDown();
    await().atMost(Duration.ofMinutes(1)).until(() -> done.get() == 2 && failed.size() == 2);
    threads.execute(done::incrementAndGet);
    await().atMost(Duration.ofMinutes(1)).until(() -> done.get() == 3);
  }

  @Test
  void closing_interrupts_what_runs_and_forgets_what_waits() {
    AtomicBoolean interrupted = new AtomicBoolean();
    AtomicBoolean ran = new AtomicBoolean();
    Runnable blocking =
        () -> {
          block();
          interrupted.set(Thread.currentThread().isInterrupted());
        };
    threads.execute(blocking);
    threads.execute(blocking);
    threads.execute(() -> ran.set(true));
    threads.close();
    await().atMost(Duration.ofMinutes(1)).untilTrue(interrupted);
    assertEquals(false, ran.get());
    assertThrows(RejectedExecutionException.class, () -> threads.execute(() -> ran.set(true)));
    threads.close();
  }
}
