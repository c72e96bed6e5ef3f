package dev.talaria.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TaskThreadsTest {

  private static final int TASKS = 400;
  private static final boolean VIRTUAL = Runtime.version().feature() >= 24;

  @Test
  void the_running_jdk_decides() throws Exception {
    ExecutorService threads = TaskThreads.named("some", 1);
    try {
      Thread first = threads.submit(Thread::currentThread).get();
      assertEquals("some-1", first.getName());
      assertTrue(first.isDaemon());
      assertEquals(VIRTUAL, isVirtual(first));
    } finally {
      threads.shutdown();
    }
    assertThrows(RejectedExecutionException.class, () -> threads.execute(() -> {}));
  }

  @Test
  void platform_threads_are_daemons_and_used_again() throws Exception {
    ExecutorService threads = TaskThreads.platform("plain", 60);
    try {
      Thread first = threads.submit(Thread::currentThread).get();
      assertEquals("plain-1", first.getName());
      assertTrue(first.isDaemon());
      assertFalse(isVirtual(first));
    } finally {
      threads.shutdown();
    }
  }

  /** What waits holds a thread of the system on JDK 17, and none where threads are virtual. */
  @Test
  void what_waits_holds_a_thread_of_the_system_only_on_older_jdks() throws Exception {
    ExecutorService threads = TaskThreads.named("waiting", 1);
    CountDownLatch begun = new CountDownLatch(TASKS);
    CountDownLatch go = new CountDownLatch(1);
    List<Future<Integer>> results = new ArrayList<>();
    int before = platformThreads();
    try {
      for (int i = 0; i < TASKS; i++) {
        int number = i;
        results.add(
            threads.submit(
                () -> {
                  begun.countDown();
                  go.await();
                  return number;
                }));
      }
      assertTrue(begun.await(30, TimeUnit.SECONDS));
      int more = platformThreads() - before;
      assertEquals(VIRTUAL, more < TASKS / 4, "threads of the system: " + more);
    } finally {
      go.countDown();
    }
    for (int i = 0; i < TASKS; i++) {
      assertEquals(i, results.get(i).get());
    }
    threads.shutdown();
    assertTrue(threads.awaitTermination(30, TimeUnit.SECONDS));
  }

  @Test
  void closing_at_once_interrupts_what_waits() throws Exception {
    ExecutorService threads = TaskThreads.named("stopped", 1);
    CountDownLatch begun = new CountDownLatch(1);
    Future<Boolean> interrupted =
        threads.submit(
            () -> {
              begun.countDown();
              try {
                new CountDownLatch(1).await();
                return false;
              } catch (InterruptedException e) {
                return true;
              }
            });
    assertTrue(begun.await(30, TimeUnit.SECONDS));
    threads.shutdownNow();
    assertTrue(interrupted.get(30, TimeUnit.SECONDS));
  }

  @Test
  void the_property_overrides_what_the_jdk_suggests() {
    assertFalse(TaskThreads.virtual(17, "true"));
    assertFalse(TaskThreads.virtual(21, ""));
    assertTrue(TaskThreads.virtual(21, "true"));
    assertFalse(TaskThreads.virtual(23, ""));
    assertTrue(TaskThreads.virtual(24, ""));
    assertFalse(TaskThreads.virtual(25, "false"));
    assertTrue(TaskThreads.virtual(25, "yes"));
  }

  /** {@code Thread.isVirtual} is not there on JDK 17. */
  private static boolean isVirtual(Thread thread) {
    return thread.getClass().getName().equals("java.lang.VirtualThread");
  }

  private static int platformThreads() {
    return ManagementFactory.getThreadMXBean().getThreadCount();
  }
}
