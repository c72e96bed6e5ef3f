package dev.talaria.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.talaria.migration.toml.TomlDocument;
import dev.talaria.migration.toml.TomljJudgement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The documents of the toml-test suite, which {@code src/test/resources/toml-test} holds with their
 * licence.
 */
class TomlSuiteTest {

  private static final Path SUITE = Path.of("src/test/resources/toml-test");

  private static final int VALID = 100;
  private static final int INVALID_FOR_TOMLJ = 225;

  @TempDir Path folder;

  @Test
  void every_valid_document_comes_back() throws IOException {
    int migrated = 0;
    List<String> refused = new ArrayList<>();
    for (Path document : documents("valid")) {
      Path home = Files.createTempDirectory(folder, "home");
      byte[] bytes = Files.readAllBytes(document);
      boolean done;
      try {
        done = RoundTrip.run(home, bytes);
      } catch (AssertionError e) {
        throw new AssertionError(document + ": " + e.getMessage(), e);
      }
      if (done) {
        migrated++;
      } else {
        refused.add(document.getFileName().toString());
      }
    }
    assertEquals(List.of(), refused);
    assertEquals(VALID, migrated);
  }

  @Test
  void what_tomlj_refuses_is_refused() throws IOException {
    int count = 0;
    for (Path document : documents("invalid")) {
      byte[] bytes = Files.readAllBytes(document);
      String text = new String(bytes, StandardCharsets.UTF_8);
      if (TomljJudgement.of(text).isEmpty() && !text.startsWith("\ufeff")) {
        Path home = Files.createTempDirectory(folder, "home");
        assertFalse(RoundTrip.run(home, bytes), document.toString());
        assertThrows(
            MigrationException.class, () -> TomlDocument.parse(text, "x"), document.toString());
        count++;
      }
    }
    assertEquals(INVALID_FOR_TOMLJ, count);
  }

  private static List<Path> documents(String kind) throws IOException {
    try (var files = Files.walk(SUITE.resolve(kind))) {
      return files.filter(file -> file.toString().endsWith(".toml")).sorted().toList();
    }
  }
}
