package dev.talaria.appserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What follows a task, and what comes back from there: on the same thread where that can be. */
class SerialQueueTest {

  private final Deque<Runnable> given = new ArrayDeque<>();
  private final SerialQueue byHand = new SerialQueue(given::add, 1000);
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final List<String> done = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void end() throws Exception {
    workers.shutdownNow();
    assertTrue(workers.awaitTermination(60, TimeUnit.SECONDS));
  }

  private void work() {
    for (Runnable next = given.poll(); next != null; next = given.poll()) {
      next.run();
    }
  }

  @Test
  void what_follows_a_task_runs_on_its_thread_when_no_task_waits() {
    byHand.post(
        () -> {
          byHand.afterwards(() -> done.add("after, within a task: " + byHand.isCurrent()));
          done.add("task, within a task: " + byHand.isCurrent());
        });
    assertEquals(1, given.size());
    given.remove().run();
    assertEquals(List.of("task, within a task: true", "after, within a task: false"), done);
    assertTrue(given.isEmpty(), "handed to another thread");
  }

  @Test
  void what_follows_a_task_is_handed_on_when_others_wait() {
    byHand.post(() -> byHand.afterwards(() -> done.add("after")));
    byHand.post(() -> done.add("second"));
    given.remove().run();
    assertEquals(List.of("second"), done);
    assertEquals(1, given.size());
    work();
    assertEquals(List.of("second", "after"), done);
  }

  @Test
  void two_things_that_follow_one_task_both_run() {
    byHand.post(
        () -> {
          byHand.afterwards(() -> done.add("one"));
          byHand.afterwards(() -> done.add("two"));
        });
    work();
    Collections.sort(done);
    assertEquals(List.of("one", "two"), done);
  }

  @Test
  void what_follows_no_task_runs_by_itself() {
    byHand.afterwards(() -> done.add("after"));
    work();
    assertEquals(List.of("after"), done);
  }

  @Test
  void the_mailbox_goes_on_while_what_follows_blocks() throws Exception {
    SerialQueue mailbox = new SerialQueue(workers, 1000);
    CountDownLatch blocks = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    CountDownLatch blocked = new CountDownLatch(1);
    mailbox.post(
        () ->
            mailbox.afterwards(
                () -> {
                  blocked.countDown();
                  await(blocks);
                  over.countDown();
                }));
    await(blocked);
    CountDownLatch meanwhile = new CountDownLatch(1);
    mailbox.post(meanwhile::countDown);
    await(meanwhile);
    assertEquals(1, over.getCount());
    blocks.countDown();
    await(over);
  }

  @Test
  void what_comes_back_runs_at_once_when_the_mailbox_is_idle() throws Exception {
    SerialQueue mailbox = new SerialQueue(workers, 1000);
    AtomicReference<Thread> task = new AtomicReference<>();
    AtomicReference<Thread> after = new AtomicReference<>();
    AtomicReference<Thread> back = new AtomicReference<>();
    CountDownLatch over = new CountDownLatch(1);
    mailbox.post(
        () -> {
          task.set(Thread.currentThread());
          mailbox.afterwards(
              () -> {
                after.set(Thread.currentThread());
                mailbox.postOrRun(
                    () -> {
                      assertTrue(mailbox.isCurrent());
                      back.set(Thread.currentThread());
                    });
                over.countDown();
              });
        });
    await(over);
    assertSame(task.get(), after.get());
    assertSame(task.get(), back.get());
  }

  @Test
  void what_comes_back_waits_for_a_task_that_runs() throws Exception {
    SerialQueue mailbox = new SerialQueue(workers, 1000);
    CountDownLatch runs = new CountDownLatch(1);
    CountDownLatch goesOn = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    AtomicReference<Thread> back = new AtomicReference<>();
    mailbox.post(
        () -> {
          runs.countDown();
          await(goesOn);
          done.add("first");
        });
    await(runs);
    mailbox.postOrRun(
        () -> {
          done.add("back");
          back.set(Thread.currentThread());
          over.countDown();
        });
    assertEquals(List.of(), done);
    goesOn.countDown();
    await(over);
    assertEquals(List.of("first", "back"), done);
    assertNotSame(Thread.currentThread(), back.get());
  }

  /** A question that brings the next one, and so on, each answered on the spot. */
  @Test
  void a_long_chain_of_what_follows_and_comes_back_needs_no_deep_stack() {
    AtomicInteger left = new AtomicInteger(200_000);
    byHand.post(link(left));
    work();
    assertEquals(0, left.get());
  }

  private Runnable link(AtomicInteger left) {
    return () -> {
      if (left.decrementAndGet() > 0) {
        byHand.afterwards(() -> byHand.postOrRun(link(left)));
      }
    };
  }

  @Test
  void a_failure_stops_neither_the_mailbox_nor_what_follows() {
    byHand.post(
        () -> {
          byHand.afterwards(() -> done.add("after"));
          throw new IllegalStateException("the task fails");
        });
    byHand.post(
        () ->
            byHand.afterwards(
                () -> {
                  throw new IllegalStateException("what follows fails");
                }));
    work();
    byHand.postOrRun(() -> done.add("alive"));
    assertEquals(List.of("after", "alive"), done);
    assertFalse(byHand.isCurrent());
  }

  @Test
  void a_closed_executor_loses_neither_a_task_nor_what_follows() throws Exception {
    SerialQueue mailbox =
        new SerialQueue(
            task -> {
              throw new RejectedExecutionException("closed");
            },
            1000);
    CountDownLatch over = new CountDownLatch(2);
    mailbox.post(
        () -> {
          mailbox.afterwards(over::countDown);
          mailbox.afterwards(over::countDown);
        });
    await(over);
  }

  @Test
  void tasks_run_one_at_a_time_and_in_order_whichever_way_they_come() throws Exception {
    SerialQueue mailbox = new SerialQueue(workers, 1_000_000);
    int senders = 8;
    int each = 5_000;
    AtomicInteger within = new AtomicInteger();
    AtomicInteger wrong = new AtomicInteger();
    int[] next = new int[senders];
    CountDownLatch over = new CountDownLatch(senders * each);
    for (int sender = 0; sender < senders; sender++) {
      int id = sender;
      workers.execute(
          () -> {
            for (int i = 0; i < each; i++) {
              int number = i;
              Runnable task =
                  () -> {
                    if (within.incrementAndGet() != 1 || next[id]++ != number) {
                      wrong.incrementAndGet();
                    }
                    if (number % 7 == 0) {
                      mailbox.afterwards(() -> mailbox.postOrRun(() -> {}));
                    }
                    within.decrementAndGet();
                    over.countDown();
                  };
              if (number % 3 == 0) {
                mailbox.postOrRun(task);
              } else {
                mailbox.post(task);
              }
            }
          });
    }
    assertTrue(over.await(30, TimeUnit.SECONDS));
    assertEquals(0, wrong.get());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(60, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
