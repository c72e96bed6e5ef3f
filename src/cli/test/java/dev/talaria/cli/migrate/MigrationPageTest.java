package dev.talaria.cli.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.talaria.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example in docs/config-migration.md is what a migration really makes of it. */
class MigrationPageTest {

  private static final Path PAGE =
      Path.of(System.getProperty("talaria.root"), "docs/config-migration.md");

  @TempDir Path folder;

  private static String block(String language) throws IOException {
    String page = Files.readString(PAGE);
    int start = page.indexOf("```" + language + "\n") + language.length() + 4;
    return page.substring(start, page.indexOf("```", start));
  }

  @Test
  void the_yaml_of_the_page_becomes_its_toml() throws IOException {
    Path host = Files.writeString(folder.resolve("host.yaml"), block("yaml"));
    CommandRun run =
        CommandRun.of(
            "migrate",
            "--no-codex",
            "--codex-home",
            folder.toString(),
            "--host-config",
            host.toString());
    assertEquals(0, run.exit(), run.err());
    assertEquals(block("toml"), Files.readString(folder.resolve("config.toml")));
  }
}
