package dev.talaria.migration.file;

import dev.talaria.migration.MigrationException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * Replaces a file so that it is the old or the new one at every moment, also after a crash.
 *
 * <p>Stateless; callers hold the {@link MigrationLock}. Between the last comparison and the rename
 * another program's edit can still be lost: no system offers both as one step. A hard link to the
 * old file keeps the old text.
 */
public final class AtomicWrite {

  private AtomicWrite() {}

  /**
   * Puts {@code content} in the place of {@code file}, with its owner, group and mode; a new file
   * is for its owner only.
   *
   * @param file not a symbolic link: {@link ManagedFiles#config()} has followed it
   * @param expected what the file held when it was read; empty if it did not exist
   * @throws ConcurrentEditException if it holds something else now
   * @throws MigrationException if it cannot be written; then it is as it was
   */
  public static void replace(Path file, Optional<byte[]> expected, byte[] content) {
    replace(file, expected, content, WriteStep.Observer.NONE);
  }

  /** As {@link #replace(Path, Optional, byte[])}, watched. */
  public static void replace(
      Path file, Optional<byte[]> expected, byte[] content, WriteStep.Observer observer) {
    TemporaryFile fresh = new TemporaryFile(file);
    try (fresh) {
      requireFile(file);
      observer.before(WriteStep.CREATE, fresh.path());
      fresh.create();
      observer.before(WriteStep.ATTRIBUTES, fresh.path());
      fresh.takeAttributes();
      observer.before(WriteStep.WRITE, fresh.path());
      fresh.write(content);
      observer.before(WriteStep.FSYNC, fresh.path());
      fresh.fsync();
      observer.before(WriteStep.COMPARE, fresh.path());
      compare(file, expected);
      observer.before(WriteStep.RENAME, fresh.path());
      fresh.rename();
    } catch (IOException e) {
      throw FileProblem.of("replace", file, e);
    }
    fsyncFolder(file, fresh.path(), observer);
  }

  /**
   * Removes {@code file}.
   *
   * @param expected what it held when it was read; empty if it did not exist, which is then checked
   *     and all
   * @throws ConcurrentEditException if it holds something else now
   * @throws MigrationException if it cannot be removed; then it is as it was
   */
  public static void delete(Path file, Optional<byte[]> expected) {
    try {
      requireFile(file);
      compare(file, expected);
      if (expected.isEmpty()) {
        return;
      }
      Files.delete(file);
    } catch (IOException e) {
      throw FileProblem.of("delete", file, e);
    }
    fsyncFolder(file, file, WriteStep.Observer.NONE);
  }

  /**
   * Removes the temporary files that killed migrations left in a folder, and nothing else.
   *
   * <p>Only under the lock: a migration that is writing has such a file too.
   *
   * @throws MigrationException if one cannot be removed
   */
  public static void sweep(Path folder) {
    try {
      TemporaryFile.sweep(folder);
    } catch (IOException e) {
      throw FileProblem.of("remove old temporary files in", folder, e);
    }
  }

  /** What stands there must be a plain file or nothing: a rename would put an end to a link. */
  private static void requireFile(Path file) throws IOException {
    try {
      BasicFileAttributes found =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!found.isRegularFile()) {
        throw new MigrationException(
            String.format(
                "Cannot change %s: it is a %s and not a plain file. It was not changed."
                    + " Move it away, then run the migration again",
                FileProblem.shown(file),
                found.isSymbolicLink()
                    ? "symbolic link"
                    : found.isDirectory() ? "folder" : "special file"));
      }
    } catch (NoSuchFileException isNew) {
      // It will be made.
    }
  }

  private static void compare(Path file, Optional<byte[]> expected) throws IOException {
    requireFile(file);
    Optional<byte[]> found = ManagedFiles.read(file);
    if (!Arrays.equals(found.orElse(null), expected.orElse(null))) {
      throw new ConcurrentEditException(
          String.format(
              "%s was %s by another program during the migration, which left it so."
                  + " Run the migration again",
              FileProblem.shown(file),
              found.isEmpty() ? "deleted" : expected.isEmpty() ? "created" : "changed"));
    }
  }

  /**
   * Makes the rename last through a power cut, where folders can be opened. The file is the new one
   * by now, so a failure does not mean that it was not written.
   */
  private static void fsyncFolder(Path file, Path temporary, WriteStep.Observer observer) {
    Path folder = file.toAbsolutePath().getParent();
    try {
      observer.before(WriteStep.FSYNC_FOLDER, temporary);
      if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        return;
      }
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    } catch (IOException e) {
      LoggerFactory.getLogger(AtomicWrite.class)
          .warn("{} is written, but may be the old one after a power cut: {}", file, e.toString());
    }
  }
}
