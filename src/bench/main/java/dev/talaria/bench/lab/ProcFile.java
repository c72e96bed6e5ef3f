package dev.talaria.bench.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A file in which Linux tells about a process or a thread. */
final class ProcFile {

  /** ESRCH: it has ended between the opening and the reading. */
  private static final String ENDED = "No such process";

  private ProcFile() {}

  /** The text; empty when what it tells about has ended. */
  static Optional<String> read(Path file) throws IOException {
    try {
      return Optional.of(Files.readString(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      if (e.getMessage() != null && e.getMessage().endsWith(ENDED)) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
