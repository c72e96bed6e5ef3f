package dev.talaria.migration.file;

import dev.talaria.base.VisibleText;
import dev.talaria.migration.MigrationException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Says what the system's errors mean for a migration.
 *
 * <p>Stateless. Only for failures that leave the named file as it was. The system may speak another
 * language than English; then its own words are shown with a general advice.
 */
final class FileProblem {

  private FileProblem() {}

  /** {@code verb} is what could not be done to {@code file}, such as {@code replace}. */
  static MigrationException of(String verb, Path file, IOException cause) {
    return new MigrationException(
        "Cannot %s %s: %s. It was not changed. %s"
            .formatted(verb, shown(file), reason(cause), advice(cause)),
        cause);
  }

  /** A path as it may be printed: its name may hold anything. */
  static String shown(Path file) {
    return VisibleText.onOneLine(file.toString());
  }

  private static String reason(IOException cause) {
    if (cause instanceof ClosedByInterruptException) {
      return "the thread was interrupted";
    }
    if (cause instanceof AccessDeniedException denied) {
      return "access to " + place(denied) + " is denied";
    }
    if (cause instanceof NoSuchFileException missing) {
      return "there is no " + firstMissing(missing);
    }
    if (cause instanceof FileAlreadyExistsException exists) {
      return VisibleText.onOneLine(exists.getFile()) + " is in the way";
    }
    if (isFull(cause)) {
      return "the disk is full (" + words(cause) + ")";
    }
    return words(cause);
  }

  private static String advice(IOException cause) {
    if (cause instanceof ClosedByInterruptException) {
      return "Run the migration again";
    }
    if (cause instanceof AccessDeniedException) {
      return "Give this user access to it, or run the migration as the user whose file it is";
    }
    if (isFull(cause)) {
      return "Make room on the disk, then run the migration again";
    }
    return "Fix this, then run the migration again";
  }

  private static boolean isFull(IOException cause) {
    String words = words(cause).toLowerCase(Locale.ROOT);
    return words.contains("no space left") || words.contains("quota exceeded");
  }

  /** The folder where our own temporary file is meant, of which the user does not know. */
  private static String place(FileSystemException failed) {
    Path path = Path.of(failed.getFile());
    return shown(TemporaryFile.isName(path) ? path.resolveSibling("") : path);
  }

  private static String firstMissing(NoSuchFileException failed) {
    Path missing = Path.of(failed.getFile()).toAbsolutePath();
    while (missing.getParent() != null && Files.notExists(missing.getParent())) {
      missing = missing.getParent();
    }
    return shown(missing);
  }

  /** The system's words without the path, which the message names already. */
  private static String words(IOException cause) {
    String words =
        cause instanceof FileSystemException failed && failed.getReason() != null
            ? failed.getReason()
            : cause.getMessage();
    return words == null ? cause.getClass().getSimpleName() : VisibleText.onOneLine(words);
  }
}
