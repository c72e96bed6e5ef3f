package dev.talaria.codex;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A private folder in the temporary directory, for a Codex that is to touch nothing of the user's.
 *
 * <p>Belongs to one thread. Whoever makes it closes it, after everything that writes into it ended;
 * links are removed, not followed.
 *
 * @param path the folder, absolute and without links
 */
public record ScratchFolder(Path path) implements AutoCloseable {

  /**
   * Makes a folder that only this user may look into.
   *
   * @throws UncheckedIOException if the temporary directory cannot be written
   */
  public static ScratchFolder create(String prefix) {
    try {
      // On POSIX file systems the JDK makes temporary folders with mode 0700.
      return new ScratchFolder(Files.createTempDirectory(prefix).toRealPath());
    } catch (IOException e) {
      throw new UncheckedIOException("no folder can be made in the temporary directory", e);
    }
  }

  /** Deletes the folder with everything in it. */
  @Override
  public void close() throws IOException {
    delete(path);
  }

  /** Deletes a folder that this program made. */
  public static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException error)
              throws IOException {
            if (error != null) {
              throw error;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
