package dev.talaria.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Folders for thousands of migrations, in memory where the system offers that: each migration
 * forces its files to the disk. For one thread; closing it deletes them.
 */
final class ScratchHomes implements AutoCloseable {

  private static final Path MEMORY = Path.of("/dev/shm");

  private final Path folder;

  private ScratchHomes(Path folder) {
    this.folder = folder;
  }

  static ScratchHomes create() throws IOException {
    boolean memory = Files.isDirectory(MEMORY) && Files.isWritable(MEMORY);
    return new ScratchHomes(
        memory
            ? Files.createTempDirectory(MEMORY, "talaria-test")
            : Files.createTempDirectory("talaria-test"));
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
