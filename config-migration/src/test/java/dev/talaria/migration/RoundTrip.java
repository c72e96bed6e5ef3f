package dev.talaria.migration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

/** One migration of any file, there and back, with what must hold of it. */
final class RoundTrip {

  static final HostConfig HOST =
      HostConfig.parse(
          """
          mcp_servers:
            docs: {command: npx, args: [-y, docs], env: {MODE: "a\\"b"}}
            a b.é: {url: "https://a.example/mcp"}
          """,
          "host.yaml");

  private RoundTrip() {}

  /** Whether the file was migrated; if not, it was refused and nothing was written. */
  static boolean run(Path home, byte[] file) throws IOException {
    return run(home, file, new Migrator(MigrationOptions.builder(home).build()));
  }

  static boolean run(Path home, byte[] file, Migrator migrator) throws IOException {
    Path config = home.resolve("config.toml");
    Files.write(config, file);
    MigrationReport report;
    try {
      report = migrator.migrate(HOST);
    } catch (MigrationException e) {
      assertArrayEquals(file, Files.readAllBytes(config), "refused, and yet changed");
      assertEquals(
          List.of(".talaria-managed.lock", "config.toml"), names(home), "refused, and yet a file");
      return false;
    }
    byte[] once = Files.readAllBytes(config);
    requireMeaning(file, once, report);
    assertFalse(migrator.migrate(HOST).changed(), "the second run changed the file");
    assertArrayEquals(once, Files.readAllBytes(config));
    migrator.unmigrate();
    assertArrayEquals(file, Files.readAllBytes(config), "the way back led elsewhere");
    assertEquals(List.of(".talaria-managed.lock", "config.toml"), names(home));
    return true;
  }

  private static List<String> names(Path home) throws IOException {
    try (var files = Files.list(home)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** tomlj alone reads both, whole, and finds the user's values and ours. */
  private static void requireMeaning(byte[] before, byte[] after, MigrationReport report) {
    Map<List<String>, Object> was = values(before);
    Map<List<String>, Object> is = values(after);
    for (String server : report.migrated()) {
      is.keySet().removeIf(path -> path.size() > 1 && path.get(1).equals(server));
    }
    if (report.defaultPermissions() != null) {
      assertEquals(":workspace", is.remove(List.of("default_permissions")));
    }
    assertEquals(was, is);
    assertTrue(report.migrated().size() + report.preserved().size() >= 2);
  }

  private static Map<List<String>, Object> values(byte[] file) {
    String text = new String(file, StandardCharsets.UTF_8);
    TomlParseResult result = Toml.parse(text.startsWith("\ufeff") ? text.substring(1) : text);
    assertFalse(result.hasErrors(), () -> result.errors().toString());
    Map<List<String>, Object> values =
        new TreeMap<>((a, b) -> String.join("\0", a).compareTo(String.join("\0", b)));
    result.entryPathSet(false).forEach(e -> values.put(e.getKey(), plain(e.getValue())));
    return values;
  }

  private static Object plain(Object value) {
    return String.valueOf(TomlTree.plain(value));
  }
}
