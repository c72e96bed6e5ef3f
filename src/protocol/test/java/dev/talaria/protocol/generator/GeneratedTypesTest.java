package dev.talaria.protocol.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.fixtures.PinnedCodex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The checked-in types are those of the pinned Codex; with {@code -Dtalaria.protocol.write=true}
 * they are written anew.
 */
class GeneratedTypesTest {

  private static final Path SOURCES =
      Path.of(
          System.getProperty("talaria.root"),
          "src/protocol/main/java",
          TypeWriter.PACKAGE.replace('.', '/'));

  @Test
  void the_types_are_those_of_the_pinned_codex() throws Exception {
    PinnedCodex codex = PinnedCodex.install(PinnedCodex.defaultCache(), line -> {});
    Map<String, String> written = new TypeWriter(WireSchema.of(codex)).files(codex.version());
    if (Boolean.getBoolean("talaria.protocol.write")) {
      write(written);
    }
    Map<String, String> present = present();
    assertEquals(written.keySet(), present.keySet(), "write the types anew: see CONTRIBUTING.md");
    written.forEach((name, text) -> assertEquals(text, present.get(name), name));
    assertTrue(written.size() > 800, "" + written.size());
  }

  private static Map<String, String> present() throws IOException {
    Map<String, String> present = new TreeMap<>();
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.toList()) {
        present.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return present;
  }

  private static void write(Map<String, String> files) throws IOException {
    for (String old : present().keySet()) {
      Files.delete(SOURCES.resolve(old));
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(SOURCES.resolve(file.getKey()), file.getValue());
    }
  }
}
