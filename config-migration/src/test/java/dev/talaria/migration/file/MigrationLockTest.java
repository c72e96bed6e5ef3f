package dev.talaria.migration.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.migration.ChildJvm;
import dev.talaria.migration.MigrationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationLockTest {

  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("lock");
  }

  @Test
  void of_sixteen_threads_and_eight_processes_none_loses_a_write() throws Exception {
    Path number = Files.writeString(folder.resolve("number"), "0");
    List<ChildJvm> children = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      for (int i = 0; i < 8; i++) {
        children.add(ChildJvm.start("count", number, 10));
      }
      List<Future<?>> counting = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        counting.add(threads.submit(() -> WriteChild.count(number, 10)));
      }
      for (Future<?> thread : counting) {
        thread.get();
      }
      for (ChildJvm child : children) {
        String said = child.rest();
        assertEquals(0, child.exitCode(), said);
      }
    } finally {
      threads.shutdownNow();
      children.forEach(ChildJvm::close);
    }
    assertEquals("240", Files.readString(number));
  }

  @Test
  void another_process_is_waited_for_until_it_is_killed() throws Exception {
    try (ChildJvm holder = ChildJvm.start("hold", file)) {
      holder.awaitWord(WriteChild.HELD);
      assertBusy(file);

      holder.kill();

      MigrationLock.acquire(file, LONG).close();
    }
  }

  @Test
  void another_thread_is_waited_for_until_it_is_done() throws Exception {
    MigrationLock held = MigrationLock.acquire(file, SHORT);
    assertBusy(file);
    FutureTask<MigrationLock> next = new FutureTask<>(() -> MigrationLock.acquire(file, LONG));
    Thread waiting = start(next);
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> waiting.getState() == Thread.State.TIMED_WAITING);

    held.close();
    MigrationLock second = next.get();
    held.close();

    assertBusy(file);
    second.close();
    MigrationLock.acquire(file, SHORT).close();
  }

  @Test
  void a_thread_that_gives_up_does_not_free_the_lock_for_other_processes() throws Exception {
    MigrationLock held = MigrationLock.acquire(file, SHORT);
    try (held) {
      assertBusy(file);

      try (ChildJvm other = ChildJvm.start("try", file)) {
        IOException end = assertThrows(IOException.class, () -> other.awaitWord(WriteChild.HELD));
        assertTrue(end.getMessage().contains("Another migration has held"), end::getMessage);
      }
    }
  }

  @Test
  void one_file_under_two_names_is_one_lock() throws IOException {
    Path link = folder.resolveSibling(folder.getFileName() + "-link");
    Files.createSymbolicLink(link, folder);
    try {
      MigrationLock held = MigrationLock.acquire(file, SHORT);
      try (held) {
        assertBusy(link.resolve("lock"));
      }
    } finally {
      Files.delete(link);
    }
  }

  @Test
  void a_timeout_frees_what_it_held_meanwhile() throws Exception {
    try (ChildJvm holder = ChildJvm.start("hold", file)) {
      holder.awaitWord(WriteChild.HELD);
      assertBusy(file);
      assertBusy(file);
    }
    MigrationLock.acquire(file, SHORT).close();
  }

  @Test
  void waiting_for_a_thread_can_be_interrupted() throws Exception {
    MigrationLock held = MigrationLock.acquire(file, SHORT);
    try (held) {
      assertInterruptible();
    }
    MigrationLock.acquire(file, SHORT).close();
  }

  @Test
  void waiting_for_a_process_can_be_interrupted() throws Exception {
    try (ChildJvm holder = ChildJvm.start("hold", file)) {
      holder.awaitWord(WriteChild.HELD);
      assertInterruptible();
    }
    MigrationLock.acquire(file, SHORT).close();
  }

  @Test
  void the_lock_file_is_for_its_owner_and_stays() throws IOException {
    MigrationLock.acquire(file, SHORT).close();

    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void a_link_in_the_place_of_the_lock_is_not_followed() throws IOException {
    Files.createSymbolicLink(file, folder.resolve("elsewhere"));

    assertThrows(MigrationException.class, () -> MigrationLock.acquire(file, SHORT));

    assertTrue(Files.notExists(folder.resolve("elsewhere")));
  }

  @Test
  void a_missing_folder_is_named() {
    MigrationException refusal =
        assertThrows(
            MigrationException.class,
            () -> MigrationLock.acquire(folder.resolve("none/lock"), SHORT));

    assertTrue(
        refusal.getMessage().contains("there is no " + folder.resolve("none") + "."),
        refusal::getMessage);
  }

  @Test
  void an_endless_limit_does_not_overflow() {
    MigrationLock.acquire(file, Duration.ofSeconds(Long.MAX_VALUE)).close();
  }

  private static void assertBusy(Path lock) {
    MigrationException busy =
        assertThrows(MigrationException.class, () -> MigrationLock.acquire(lock, SHORT));
    assertTrue(
        busy.getMessage().contains("the lock " + lock + " for more than 0.1 s"), busy::getMessage);
  }

  private void assertInterruptible() throws InterruptedException {
    FutureTask<Boolean> waiting =
        new FutureTask<>(
            () -> {
              MigrationException interrupted =
                  assertThrows(MigrationException.class, () -> MigrationLock.acquire(file, LONG));
              assertTrue(interrupted.getMessage().contains("Interrupted"));
              return Thread.currentThread().isInterrupted();
            });
    Thread thread = start(waiting);
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> thread.getState() == Thread.State.TIMED_WAITING);
    thread.interrupt();
    try {
      assertTrue(waiting.get(), "the interrupt was swallowed");
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }

  private static Thread start(Runnable task) {
    Thread thread = new Thread(task, "waiting");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
