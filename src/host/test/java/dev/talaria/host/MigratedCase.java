package dev.talaria.host;

import dev.talaria.migration.ConfigVerifier;
import dev.talaria.migration.HostConfig;
import dev.talaria.migration.InstalledPlugin;
import dev.talaria.migration.MigrationException;
import dev.talaria.migration.MigrationOptions;
import dev.talaria.migration.MigrationReport;
import dev.talaria.migration.Migrator;
import dev.talaria.migration.PluginLister.Listing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A golden case of the migration, in the form that the real Codex is asked about. Immutable. */
record MigratedCase(Path folder) {

  static List<MigratedCase> all() throws IOException {
    Path cases = Path.of(System.getProperty("talaria.root"), "config-migration/cases");
    try (var folders = Files.list(cases)) {
      return folders
          .filter(Files::isDirectory)
          .filter(folder -> !Files.exists(folder.resolve("refused.txt")))
          .sorted()
          .map(MigratedCase::new)
          .toList();
    }
  }

  Optional<String> file(String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
  }

  /** The Codex that the case is about, where it is about one. */
  Optional<String> version() throws IOException {
    return file("options.txt")
        .flatMap(text -> text.lines().filter(line -> line.startsWith("codex ")).findFirst())
        .map(line -> line.substring("codex ".length()));
  }

  /** All that comes before the migration that the case is about. */
  void prepare(Path home) throws IOException {
    Path config = home.resolve("config.toml");
    Files.deleteIfExists(config);
    Optional<String> before = file("before.toml");
    if (before.isPresent()) {
      Files.writeString(config, before.get());
    }
    Optional<String> earlier = file("earlier.yaml");
    if (earlier.isPresent()) {
      new Migrator(options(home).takeOver(false).build())
          .migrate(HostConfig.parse(earlier.get(), "earlier.yaml"));
    }
    Optional<String> edited = file("edited.toml");
    if (edited.isPresent()) {
      Files.writeString(config, edited.get());
    }
    if (file("record-lost").isPresent()) {
      Files.delete(home.resolve(".talaria-managed.json"));
    }
  }

  MigrationReport migrate(Path home, ConfigVerifier codex) throws IOException {
    return new Migrator(options(home).verifier(codex).build())
        .migrate(HostConfig.parse(file("host.yaml").orElseThrow(), "host.yaml"));
  }

  private MigrationOptions.Builder options(Path home) throws IOException {
    MigrationOptions.Builder options = MigrationOptions.builder(home);
    for (String line : file("options.txt").orElse("").lines().toList()) {
      String[] words = line.split(" ", 2);
      switch (words[0]) {
        case "take-over" -> options.takeOver(true);
        case "host-name" -> options.hostName(words[1]);
        case "no-permissions" -> options.noPermissions();
        case "permissions" -> options.permissions(words[1]);
        case "no-host-tools" -> options.hostTools(false);
        case "codex" -> {
          // the real one judges
        }
        default -> throw new IllegalArgumentException(folder + ": " + line);
      }
    }
    Optional<String> plugins = file("plugins.txt");
    plugins.ifPresent(text -> options.plugins(() -> listing(text)));
    return options;
  }

  private static Listing listing(String text) {
    List<InstalledPlugin> installed = new ArrayList<>();
    List<String> skipped = new ArrayList<>();
    for (String line : text.lines().toList()) {
      String[] words = line.split("[@ ]", 3);
      switch (words[0]) {
        case "error:" -> throw new MigrationException(line.substring("error: ".length()));
        case "skipped:" -> skipped.add(line.substring("skipped: ".length()));
        default -> installed.add(new InstalledPlugin(words[0], words[1], words[2].equals("on")));
      }
    }
    return new Listing(installed, skipped);
  }

  @Override
  public String toString() {
    return folder.getFileName().toString();
  }
}
