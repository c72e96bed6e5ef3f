package dev.talaria.migration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.migration.toml.TomlDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    return run(home, file, new Migrator(MigrationOptions.builder(home).build()), false);
  }

  static boolean run(Path home, byte[] file, Migrator migrator, boolean takeOver)
      throws IOException {
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
    requireMeaning(file, once, report, takeOver);
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
  private static void requireMeaning(
      byte[] before, byte[] after, MigrationReport report, boolean takeOver) {
    Map<List<String>, Object> was = values(before);
    Map<List<String>, Object> is = values(after);
    was.forEach(
        (path, value) -> {
          if (!mayReplace(path, report, takeOver)) {
            assertEquals(value, is.get(path), () -> path + " of the user's is changed");
          }
        });
    is.keySet().removeAll(was.keySet());
    is.keySet().removeIf(path -> isOurs(path, report));
    assertEquals(Set.of(), is.keySet(), "something new that is not told");
    assertTrue(report.migrated().size() + report.preserved().size() >= 2);
  }

  /** Plugins that Codex was asked for, and servers that were taken over. */
  private static boolean mayReplace(List<String> path, MigrationReport report, boolean takeOver) {
    if (path.size() < 2) {
      return false;
    }
    return switch (path.get(0)) {
      case "plugins" -> told(report, path.get(1)) || report.plugins().contains(path.get(1));
      case "mcp_servers" -> takeOver && told(report, path.get(1));
      default -> false;
    };
  }

  private static boolean told(MigrationReport report, String name) {
    return report.warnings().stream().anyMatch(w -> w.contains(name));
  }

  private static boolean isOurs(List<String> path, MigrationReport report) {
    return switch (path.get(0)) {
      case "default_permissions" -> report.defaultPermissions() != null;
      case "mcp_servers" -> report.migrated().contains(path.get(1));
      case "plugins" -> report.plugins().contains(path.get(1));
      default -> false;
    };
  }

  static Map<List<String>, Object> values(byte[] file) {
    String text = new String(file, StandardCharsets.UTF_8);
    TomlParseResult result = Toml.parse(text.startsWith("\ufeff") ? text.substring(1) : text);
    assertFalse(result.hasErrors(), () -> result.errors().toString());
    Map<List<String>, Object> values =
        new TreeMap<>((a, b) -> String.join("\0", a).compareTo(String.join("\0", b)));
    result.entryPathSet(false).forEach(e -> values.put(e.getKey(), plain(e.getValue())));
    return values;
  }

  private static Object plain(Object value) {
    return String.valueOf(TomlDocument.plain(value));
  }
}
