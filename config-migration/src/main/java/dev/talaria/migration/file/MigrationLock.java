package dev.talaria.migration.file;

import dev.talaria.migration.MigrationException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The right to change one {@code CODEX_HOME}: one holder at a time, over all threads and processes.
 *
 * <p>Any thread may close it; not reentrant. The system frees the lock of a process that dies. The
 * lock file stays for ever: were it deleted, one process could lock the deleted file while the next
 * locks the new one of the same name.
 */
public final class MigrationLock implements AutoCloseable {

  /**
   * Who of this JVM is next. The system's locks belong to the whole process, and closing a second
   * channel of the file would free the lock of the first: so only one thread may open it at all.
   */
  private static final Map<Path, Semaphore> TURNS = new ConcurrentHashMap<>();

  /** The longest pause before the next try, in milliseconds; the system does not wake us. */
  private static final int PAUSE = 25;

  private final Semaphore turn;
  private final FileChannel channel;
  private final AtomicBoolean closed = new AtomicBoolean();

  private MigrationLock(Semaphore turn, FileChannel channel) {
    this.turn = turn;
    this.channel = channel;
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
      long end = System.nanoTime() + nanos(limit);
      Semaphore turn = TURNS.computeIfAbsent(realPath(lockFile), file -> new Semaphore(1, true));
      if (!turn.tryAcquire(nanos(limit), TimeUnit.NANOSECONDS)) {
        throw busy(lockFile, limit);
      }
      FileChannel channel = null;
      try {
        channel = lock(lockFile, limit, end);
        return new MigrationLock(turn, channel);
      } finally {
        if (channel == null) {
          turn.release();
        }
      }
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
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      // Nothing was written through it, and the system has let go of the lock all the same.
    } finally {
      turn.release();
    }
  }

  private static FileChannel lock(Path lockFile, Duration limit, long end)
      throws IOException, InterruptedException {
    FileChannel channel =
        FileChannel.open(
            lockFile,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
            TemporaryFile.ownersOnly(lockFile));
    boolean locked = false;
    try {
      while (!tryLock(channel)) {
        if (System.nanoTime() - end >= 0) {
          throw busy(lockFile, limit);
        }
        TimeUnit.MILLISECONDS.sleep(1 + ThreadLocalRandom.current().nextInt(PAUSE));
      }
      locked = true;
      return channel;
    } finally {
      if (!locked) {
        channel.close();
      }
    }
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException heldInThisJvm) {
      // By this class once more, from another class loader.
      return false;
    }
  }

  /** One name for one file, through whichever links its folder is named. */
  private static Path realPath(Path lockFile) throws IOException {
    return lockFile.toAbsolutePath().getParent().toRealPath().resolve(lockFile.getFileName());
  }

  /** A limit of years is as good as none, but must not overflow. */
  private static long nanos(Duration limit) {
    Duration longest = Duration.ofDays(365);
    return (limit.compareTo(longest) < 0 ? limit : longest).toNanos();
  }

  private static MigrationException busy(Path lockFile, Duration limit) {
    return new MigrationException(
        String.format(
            "Another migration has held the lock %s for more than %s s. Wait until it has ended,"
                + " then run this one again; the file may stay, it is not the lock itself",
            FileProblem.shown(lockFile), limit.toMillis() / 1000.0));
  }
}
