package dev.talaria.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The documents of the toml-test suite, as Debian's {@code golang-github-burntsushi-toml-dev} has
 * them. Where the package is not installed the golden cases stand in for them, and the test says
 * so.
 */
class TomlSuiteTest {

  private static final Path SUITE =
      Path.of("/usr/share/gocode/src/github.com/BurntSushi/toml/internal/toml-test/tests");

  @TempDir Path folder;

  @Test
  void every_valid_document_comes_back() throws IOException {
    int migrated = 0;
    List<String> refused = new ArrayList<>();
    List<Path> documents = documents("valid");
    for (Path document : documents) {
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
    System.out.println(migrated + " valid documents migrated and back, refused: " + refused);
    assertEquals(documents.size(), migrated + refused.size());
    assertTrue(refused.isEmpty(), refused.toString());
  }

  @Test
  void what_tomlj_refuses_is_refused() throws IOException {
    int count = 0;
    for (Path document : documents("invalid")) {
      byte[] bytes = Files.readAllBytes(document);
      String text = new String(bytes, StandardCharsets.UTF_8);
      if (TomljWord.of(text).isEmpty() && !text.startsWith("\ufeff")) {
        Path home = Files.createTempDirectory(folder, "home");
        assertFalse(RoundTrip.run(home, bytes), document.toString());
        assertThrows(
            MigrationException.class, () -> TomlDocument.parse(text, "x"), document.toString());
        count++;
      }
    }
    System.out.println(count + " invalid documents refused");
  }

  private static List<Path> documents(String kind) throws IOException {
    boolean installed = Files.isDirectory(SUITE);
    if (!installed) {
      System.out.println("the toml-test suite is not installed: its documents were NOT tested");
      return kind.equals("invalid") ? List.of() : GoldenCase.befores();
    }
    try (var files = Files.walk(SUITE.resolve(kind))) {
      return files.filter(file -> file.toString().endsWith(".toml")).sorted().toList();
    }
  }
}
