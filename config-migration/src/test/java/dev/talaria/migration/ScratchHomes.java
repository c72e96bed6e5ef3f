package dev.talaria.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A folder for thousands of migrations, one after the other. Closing it deletes it. */
final class ScratchHomes implements AutoCloseable {

  private final Path folder;

  private ScratchHomes(Path folder) {
    this.folder = folder;
  }

  static ScratchHomes create() throws IOException {
    return new ScratchHomes(MemoryFolder.create());
  }

  /** One folder, without the previous files. */
  Path empty() throws IOException {
    Path home = folder.resolve("home");
    delete(home);
    return Files.createDirectory(home);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  @Override
  public void close() throws IOException {
    delete(folder.resolve("home"));
    Files.delete(folder);
  }
}
