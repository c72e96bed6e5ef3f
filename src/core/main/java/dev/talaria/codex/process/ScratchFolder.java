package dev.talaria.codex.process;

import dev.talaria.base.ScratchFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A private folder in the temporary directory, for a Codex that is to touch nothing of the user's.
 *
 * <p>Belongs to one thread. The caller closes it, after everything that writes into it ended; links
 * are removed, not followed. It also goes when the JVM ends before, unless that is killed.
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
      Path path = Files.createTempDirectory(prefix).toRealPath();
      ScratchFiles.deleteAtExit(path);
      return new ScratchFolder(path);
    } catch (IOException e) {
      throw new UncheckedIOException("no folder can be made in the temporary directory", e);
    }
  }

  /** Deletes the folder with everything in it. */
  @Override
  public void close() throws IOException {
    ScratchFiles.delete(path);
  }
}
