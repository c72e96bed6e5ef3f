package dev.talaria.migration.file;

import dev.talaria.base.internal.ProcessLock;
import dev.talaria.migration.MigrationException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The right to change one {@code CODEX_HOME}: one holder at a time, over all threads and processes.
 *
 * <p>Any thread may close it; not reentrant. The lock file stays forever.
 */
public final class MigrationLock implements AutoCloseable {

  private final ProcessLock lock;

  private MigrationLock(ProcessLock lock) {
    this.lock = lock;
  }

  /**
   * Waits for the lock.
   *
   * @param lockFile is made if it does not exist; its folder must exist
   * @param limit how long to wait at most
   * @throws MigrationException if another holds it for that long, the file cannot be locked, or the
   *     thread is interrupted, which it still is afterwards
   */
  public static MigrationLock acquire(Path lockFile, Duration limit) {
    try {
      return ProcessLock.acquire(lockFile, limit)
          .map(MigrationLock::new)
          .orElseThrow(() -> busy(lockFile, limit));
    } catch (IOException e) {
      throw FileProblem.of("lock", lockFile, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MigrationException(
          "Interrupted while waiting for the lock " + FileProblem.shown(lockFile), e);
    }
  }

  /** Frees the lock; closing it again does nothing. */
  @Override
  public void close() {
    lock.close();
  }

  private static MigrationException busy(Path lockFile, Duration limit) {
    return new MigrationException(
        String.format(
            "Another migration has held the lock %s for more than %s s. Wait until it has ended,"
                + " then run this one again; the file may stay, it is not the lock itself",
            FileProblem.shown(lockFile), limit.toMillis() / 1000.0));
  }
}
