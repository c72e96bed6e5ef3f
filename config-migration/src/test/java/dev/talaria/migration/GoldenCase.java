package dev.talaria.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One folder of {@code cases}: a host's configuration, a file before, and what comes of them. The
 * files are explained in {@code cases/README.md}.
 */
record GoldenCase(Path folder) {

  static List<GoldenCase> all() throws IOException {
    try (var folders = Files.list(Path.of("cases"))) {
      return folders.filter(Files::isDirectory).sorted().map(GoldenCase::new).toList();
    }
  }

  Optional<String> file(String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
  }

  HostConfig host(String name) throws IOException {
    return HostConfig.parse(file(name).orElseThrow(), name);
  }

  boolean has(String name) {
    return Files.exists(folder.resolve(name));
  }

  MigrationOptions.Builder options(Path codexHome) throws IOException {
    MigrationOptions.Builder options = MigrationOptions.builder(codexHome);
    for (String line : file("options.txt").orElse("").lines().toList()) {
      String[] words = line.split(" ", 2);
      switch (words[0]) {
        case "take-over" -> options.takeOver(true);
        case "host-name" -> options.hostName(words[1]);
        case "no-permissions" -> options.noPermissions();
        case "permissions" -> options.permissions(words[1]);
        case "no-host-tools" -> options.hostTools(false);
        case "codex" -> options.verifier(new LenientVerifier(words[1]));
        default -> throw new IllegalArgumentException(folder + ": " + line);
      }
    }
    Optional<String> plugins = file("plugins.txt");
    if (plugins.isPresent()) {
      options.plugins(() -> listing(plugins.get()));
    }
    return options;
  }

  private static PluginLister.Listing listing(String text) {
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
    return new PluginLister.Listing(installed, skipped);
  }

  @Override
  public String toString() {
    return folder.getFileName().toString();
  }

  /** Takes any configuration for one that loads; the real Codex judges the cases in module src. */
  private record LenientVerifier(String version) implements ConfigVerifier {

    @Override
    public Optional<String> refusal(byte[] config, Path codexHome) {
      return Optional.empty();
    }
  }
}
