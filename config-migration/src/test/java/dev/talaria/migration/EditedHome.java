package dev.talaria.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.migration.section.Extraction;
import dev.talaria.migration.section.Markers;
import dev.talaria.migration.toml.TomlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A folder in which migrations and edits by hand take turns, with what must hold after each.
 *
 * <p>What a hand writes has a token that is nowhere else. From then on the token has to be in the
 * file or in the backup, until a hand deletes it. For one thread.
 */
final class EditedHome {

  /** Not in a header: a table without a value says nothing that could be lost. */
  private static final Pattern TOKEN = Pattern.compile("hand\\d+z(?!])");

  private static final List<HostConfig> HOSTS =
      List.of(
          RoundTrip.HOST,
          HostConfig.parse("mcp_servers: {docs: {command: other}, new: {command: n}}", "b.yaml"),
          HostConfig.parse("mcp_servers: {docs: {url: \"https://c.example/\"}}", "c.yaml"),
          HostConfig.parse("{}", "d.yaml"));

  private final Path folder;
  private final Path config;
  private final Tally tally;
  private final Set<String> tokens = new TreeSet<>();
  private int count;

  EditedHome(Path folder, String document, Tally tally) throws IOException {
    this.folder = folder;
    this.config = Files.writeString(folder.resolve("config.toml"), document);
    this.tally = tally;
  }

  void edit(HandEdit edit, int where) throws IOException {
    String before = text();
    String token = "hand" + count++ + "z";
    String after = edit.apply(before, token, where);
    Files.writeString(config, after);
    tokens.addAll(in(after));
    tokens.removeAll(minus(in(before), in(after)));
  }

  void deleteRecord() throws IOException {
    Files.deleteIfExists(record());
    // nothing says any more what was taken out into the backup
    tokens.retainAll(in(text()));
  }

  /** Without a record all between the markers is ours, and goes with a warning. */
  private void giveUpSectionWithoutRecord() throws IOException {
    if (!Files.exists(record())) {
      TomlDocument document = TomlDocument.parse(text().replace("\ufeff", ""), "config.toml");
      tokens.removeAll(in(Extraction.sectionText(document, new Markers("talaria"))));
    }
  }

  private Path record() {
    return folder.resolve(".talaria-managed.json");
  }

  void deleteBackup() throws IOException {
    Files.deleteIfExists(folder.resolve("config.toml.talaria-backup"));
    tokens.retainAll(in(text()));
  }

  void migrate(int choice) throws IOException {
    MigrationOptions.Builder options = MigrationOptions.builder(folder);
    boolean takeOver = choice / 4 % 4 == 3;
    options.takeOver(takeOver);
    if (choice / 16 % 2 == 1) {
      InstalledPlugin plugin = new InstalledPlugin("a", "m", true);
      options.plugins(() -> new PluginLister.Listing(List.of(plugin), List.of()));
    }
    HostConfig host = HOSTS.get(choice % 4);
    Migrator migrator = new Migrator(options.build());
    giveUpSectionWithoutRecord();
    Map<String, String> files = files();
    Map<List<String>, Object> was = RoundTrip.values(Files.readAllBytes(config));
    MigrationReport report;
    try {
      report = migrator.migrate(host);
    } catch (MigrationException e) {
      assertEquals(files, files(), "refused, and yet changed");
      assertFalse(e.getMessage().contains("lease report th"), () -> e.getMessage() + text(files));
      tally.add(
          "refused: "
              + e.getMessage()
                  .replaceAll(".*?: |line \\d+|column \\d+|`.*|the key \\S+|table \\S+", ""));
      return;
    }
    tally.add("migrated");
    requireTokens(text() + backup(), () -> text(files));
    requireValues(was, report, takeOver, () -> text(files));
    Map<String, String> once = files();
    assertFalse(migrator.migrate(host).changed(), () -> "a second run changed" + text(once));
    assertEquals(once, files(), "a second run changed a file");
  }

  void unmigrate() throws IOException {
    giveUpSectionWithoutRecord();
    Map<String, String> files = files();
    try {
      new Migrator(MigrationOptions.builder(folder).build()).unmigrate();
    } catch (MigrationException e) {
      assertEquals(files, files(), "refused, and yet changed");
      tally.add("refused to unmigrate");
      return;
    }
    tally.add("unmigrated");
    if (!Files.exists(config)) {
      Files.writeString(config, "");
    }
    assertTrue(HandEdit.isValid(text()), () -> "no longer TOML" + text(files));
    requireTokens(text(), () -> text(files));
  }

  private void requireTokens(String text, Supplier<String> before) {
    Set<String> lost = minus(tokens, in(text));
    assertEquals(Set.of(), lost, () -> "lost" + before.get());
  }

  /** What was a value is one still, or the report says why it is not. */
  private void requireValues(
      Map<List<String>, Object> was,
      MigrationReport report,
      boolean takeOver,
      Supplier<String> before)
      throws IOException {
    Map<List<String>, Object> is = RoundTrip.values(Files.readAllBytes(config));
    for (Map.Entry<List<String>, Object> value : was.entrySet()) {
      Set<String> held = in(value.getValue().toString());
      held.retainAll(tokens);
      if (!held.isEmpty() && !value.getValue().equals(is.get(value.getKey()))) {
        assertFalse(report.warnings().isEmpty(), () -> value + " went, unsaid" + before.get());
        boolean own = value.getKey().get(0).equals("mcp_servers") && !takeOver;
        assertFalse(
            own && held.contains(value.getKey().get(1)),
            () -> "a server of the user's went: " + value + report.warnings() + before.get());
      }
    }
  }

  private String text() throws IOException {
    return Files.readString(config);
  }

  private String backup() throws IOException {
    Path backup = folder.resolve("config.toml.talaria-backup");
    return Files.exists(backup) ? Files.readString(backup) : "";
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (var all = Files.list(folder)) {
      for (Path file : all.toList()) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    files.remove(".talaria-managed.lock");
    return files;
  }

  private static String text(Map<String, String> files) {
    return "\n---\n" + files.get("config.toml") + "---\n" + files.get("config.toml.talaria-backup");
  }

  private static Set<String> in(String text) {
    return TOKEN
        .matcher(text)
        .results()
        .map(r -> r.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> minus(Set<String> all, Set<String> some) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(some);
    return rest;
  }
}
