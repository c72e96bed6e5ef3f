package dev.talaria.host;

import dev.talaria.host.probe.ScratchConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Counts the scratch folders that this JVM has left in the temporary directory. */
final class ScratchLeft {

  private ScratchLeft() {}

  static long count() throws IOException {
    String own = ScratchConfig.PREFIX + ProcessHandle.current().pid() + "-";
    try (Stream<Path> entries = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return entries.filter(entry -> entry.getFileName().toString().startsWith(own)).count();
    }
  }
}
