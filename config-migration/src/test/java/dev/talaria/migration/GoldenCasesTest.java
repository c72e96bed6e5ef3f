package dev.talaria.migration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder of {@code cases} comes out as it says, and so do a second run and the way back. */
class GoldenCasesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path home;

  static Stream<GoldenCase> cases() throws IOException {
    return GoldenCase.all().stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void comes_out_as_it_says(GoldenCase golden) throws IOException {
    Path config = home.resolve("config.toml");
    Optional<String> before = golden.file("before.toml");
    if (before.isPresent()) {
      Files.writeString(config, before.get());
    }
    if (golden.has("earlier.yaml")) {
      new Migrator(golden.options(home).takeOver(false).build())
          .migrate(golden.host("earlier.yaml"));
    }
    Optional<String> edited = golden.file("edited.toml");
    if (edited.isPresent()) {
      Files.writeString(config, edited.get());
    }
    if (golden.has("record-lost")) {
      Files.delete(home.resolve(".talaria-managed.json"));
    }
    Migrator migrator = new Migrator(golden.options(home).build());
    byte[] start = Files.exists(config) ? Files.readAllBytes(config) : new byte[0];
    Optional<String> refused = golden.file("refused.txt");
    if (refused.isPresent()) {
      MigrationException e =
          assertThrows(MigrationException.class, () -> migrator.migrate(golden.host("host.yaml")));
      assertTrue(e.getMessage().contains(refused.get().strip()), e.getMessage());
      assertArrayEquals(start, Files.readAllBytes(config));
      return;
    }
    MigrationReport report = migrator.migrate(golden.host("host.yaml"));
    String expected = golden.file("after.toml").orElseThrow();
    assertEquals(expected, Files.readString(config));
    compare(golden, report);

    byte[] once = Files.readAllBytes(config);
    byte[] record = Files.readAllBytes(home.resolve(".talaria-managed.json"));
    MigrationReport again = migrator.migrate(golden.host("host.yaml"));
    assertFalse(again.changed(), "a second run changed the file");
    assertArrayEquals(once, Files.readAllBytes(config));
    assertArrayEquals(record, Files.readAllBytes(home.resolve(".talaria-managed.json")));

    migrator.unmigrate();
    Optional<String> back = golden.has("unmigrated.toml") ? golden.file("unmigrated.toml") : before;
    assertEquals(
        back.orElse(null), Files.exists(config) ? Files.readString(config) : null, "unmigrated");
  }

  private static void compare(GoldenCase golden, MigrationReport report) throws IOException {
    JsonNode expected = JSON.readTree(golden.file("report.json").orElse("{}"));
    JsonNode actual = JSON.valueToTree(report);
    for (Map.Entry<String, JsonNode> field : expected.properties()) {
      assertEquals(field.getValue(), actual.get(field.getKey()), field.getKey());
    }
  }

  @Test
  void every_case_has_its_line_in_the_readme() throws IOException {
    String readme = Files.readString(Path.of("cases/README.md"));
    for (GoldenCase golden : GoldenCase.all()) {
      assertTrue(readme.contains("| `" + golden + "` |"), golden + " has no line");
    }
    assertTrue(GoldenCase.all().size() >= 40, "there were to be 40 cases at least");
  }
}
