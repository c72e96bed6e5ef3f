package dev.talaria.base.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A lock that a file stands for: one holder at a time, over all threads and processes.
 *
 * <p>Any thread may close it; not reentrant. The system frees the lock of a process that dies. The
 * lock file stays forever: were it deleted, one process could lock the deleted file while the next
 * locks the new one of the same name.
 */
public final class ProcessLock implements AutoCloseable {

  /**
   * Who of this JVM is next. The system's locks belong to the whole process, and closing a second
   * channel of the file would free the lock of the first: so only one thread may open it at all.
   */
  private static final Map<Path, Semaphore> TURNS = new ConcurrentHashMap<>();

  /** The longest pause before the next try, in milliseconds; the system does not wake us. */
  private static final int PAUSE = 25;

  private static final Duration LONGEST = Duration.ofDays(365);

  private final Semaphore turn;
  private final FileChannel channel;
  private final AtomicBoolean closed = new AtomicBoolean();

  private ProcessLock(Semaphore turn, FileChannel channel) {
    this.turn = turn;
    this.channel = channel;
  }

  /**
   * Waits for the lock.
   *
   * @param lockFile is made, for its owner only, if it does not exist; its folder must exist
   * @param limit how long to wait at most; zero tries once
   * @return empty if another holds it for that long
   * @throws IOException if the file cannot be opened or locked
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public static Optional<ProcessLock> acquire(Path lockFile, Duration limit)
      throws IOException, InterruptedException {
    // A limit of years is as good as none, but must not overflow.
    long nanos = (limit.compareTo(LONGEST) < 0 ? limit : LONGEST).toNanos();
    long end = System.nanoTime() + nanos;
    Semaphore turn = TURNS.computeIfAbsent(realPath(lockFile), file -> new Semaphore(1, true));
    if (!turn.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
      return Optional.empty();
    }
    FileChannel channel = null;
    try {
      channel = lock(lockFile, end);
      return Optional.ofNullable(channel).map(locked -> new ProcessLock(turn, locked));
    } finally {
      if (channel == null) {
        turn.release();
      }
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
      // Nothing was written through it, and the system has released the lock all the same.
    } finally {
      turn.release();
    }
  }

  /** {@code null} if the time is over. */
  private static FileChannel lock(Path lockFile, long end)
      throws IOException, InterruptedException {
    FileChannel channel =
        FileChannel.open(
            lockFile,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
            OwnFiles.mode(lockFile, OwnFiles.FILE));
    boolean locked = false;
    try {
      while (!tryLock(channel)) {
        if (System.nanoTime() - end >= 0) {
          return null;
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
}
