package dev.talaria.base;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes folders that a program made for itself: when it asks for it, and those that it still has
 * when its JVM ends, be it because its terminal was closed. A JVM that is killed leaves them.
 *
 * <p>Safe for use by many threads. Links are removed, not followed.
 */
public final class ScratchFiles {

  private static final Logger LOG = LoggerFactory.getLogger(ScratchFiles.class);
  private static final int ATTEMPTS = 5;

  /** Longer than a child takes that has to be killed. */
  private static final Duration CHILDREN = Duration.ofSeconds(10);

  private static final long LOOK_NANOS = Duration.ofMillis(20).toNanos();
  private static final Set<Path> AT_EXIT = ConcurrentHashMap.newKeySet();

  static {
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(ScratchFiles::sweep, "scratch-files"));
    } catch (IllegalStateException e) {
      LOG.debug("the JVM is shutting down, so nothing is removed at its end", e);
    }
  }

  private ScratchFiles() {}

  /**
   * Has a folder removed at the end of the JVM, if it is still there.
   *
   * @param folder need not exist; {@link #keep} and {@link #delete} know it by this path only
   */
  public static void deleteAtExit(Path folder) {
    AT_EXIT.add(folder);
  }

  /**
   * Lets a folder stay.
   *
   * @param folder the path that {@link #deleteAtExit} got
   * @return whether it stays; {@code false} if the JVM ends and the folder goes already
   */
  public static boolean keep(Path folder) {
    return AT_EXIT.remove(folder);
  }

  /**
   * Removes a directory and all in it; nothing happens if it is not there.
   *
   * @param root may also be a file, or a link, which is removed itself
   * @throws IOException if something in it cannot be removed
   */
  public static void delete(Path root) throws IOException {
    for (int attempt = 1; Files.exists(root, LinkOption.NOFOLLOW_LINKS); attempt++) {
      try {
        Files.walkFileTree(root, new Deletion());
      } catch (DirectoryNotEmptyException e) {
        // A dying child of Codex or npm may have put a last file behind the walk's back.
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
    AT_EXIT.remove(root);
  }

  /**
   * Removes all in a directory, but not the directory.
   *
   * @param root a directory that exists
   * @throws IOException if it cannot be read, or something in it cannot be removed
   */
  public static void empty(Path root) throws IOException {
    List<Path> entries;
    try (Stream<Path> listed = Files.list(root)) {
      entries = listed.toList();
    }
    for (Path entry : entries) {
      delete(entry);
    }
  }

  /** Other hooks end the children, which write into these folders until then. */
  private static void sweep() {
    long end = System.nanoTime() + CHILDREN.toNanos();
    while (!AT_EXIT.isEmpty() && hasChildren() && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    for (Path folder : AT_EXIT) {
      if (keep(folder)) {
        try {
          delete(folder);
        } catch (IOException e) {
          LOG.warn("{} stays behind, because it could not be removed", folder, e);
        }
      }
    }
  }

  private static boolean hasChildren() {
    try (Stream<ProcessHandle> children = ProcessHandle.current().children()) {
      return children.anyMatch(ProcessHandle::isAlive);
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
      if (e != null) {
        throw e;
      }
      Files.deleteIfExists(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
