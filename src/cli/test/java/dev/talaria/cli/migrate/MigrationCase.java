package dev.talaria.cli.migrate;

import dev.talaria.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test that migrates into a folder of its own, without a Codex. */
abstract class MigrationCase {

  static final String SECRET = "hunter2hunter2";
  static final String MINE = "# mine\n[mcp_servers.mine]\ncommand = \"own\"\n";
  static final String TWO = "mcp_servers:\n  b: {command: npx, sampling: 1}\n  a: {command: npx}\n";

  @TempDir Path folder;
  Path home;
  Path config;

  @BeforeEach
  void make_a_home() throws IOException {
    home = Files.createDirectory(folder.resolve("home"));
    config = home.resolve("config.toml");
  }

  CommandRun talaria(String command, String... more) {
    List<String> line = new ArrayList<>(List.of(command, "--codex-home", home.toString()));
    line.addAll(List.of(more));
    return CommandRun.of(line.toArray(String[]::new));
  }

  CommandRun migrate(String yaml, String... more) throws IOException {
    Path host = Files.writeString(folder.resolve("host.yaml"), yaml);
    List<String> line = new ArrayList<>(List.of("--host-config", host.toString()));
    line.addAll(List.of(more));
    return talaria("migrate", line.toArray(String[]::new));
  }

  CommandRun offline(String yaml, String... more) throws IOException {
    List<String> line = new ArrayList<>(List.of("--no-codex"));
    line.addAll(List.of(more));
    return migrate(yaml, line.toArray(String[]::new));
  }

  List<String> files() throws IOException {
    try (var entries = Files.list(home)) {
      return entries.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
