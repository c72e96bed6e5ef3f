package dev.talaria.cli.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The forms of the outcome for programs: {@code --json} and {@code --diff}. */
class MigrateFormTest extends MigrationCase {

  @Test
  void json_has_every_field_in_its_order() throws IOException {
    Files.writeString(config, MINE);
    CommandRun run = offline(TWO + "  mine: {command: other}\n", "--json");
    assertEquals(0, run.exit(), run.err());
    assertEquals("", run.err());
    JsonNode json = run.json();
    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    assertEquals(
        List.of(
            "target",
            "written",
            "dryRun",
            "changed",
            "migrated",
            "skippedKeys",
            "preserved",
            "plugins",
            "pluginQueryError",
            "defaultPermissions",
            "warnings",
            "errors",
            "verifiedWith",
            "backup"),
        names);
    assertEquals(config.toRealPath().toString(), json.path("target").asText());
    assertTrue(json.path("written").asBoolean() && json.path("changed").asBoolean());
    assertEquals("[\"a\",\"b\"]", json.path("migrated").toString());
    assertEquals("[\"mine\"]", json.path("preserved").toString());
    assertEquals("sampling (no codex equivalent)", json.at("/skippedKeys/b/0").asText());
    assertTrue(json.path("verifiedWith").isNull());
  }

  @Test
  void a_diff_stands_alone_on_stdout() throws IOException {
    Files.writeString(config, MINE);
    CommandRun run = offline(TWO, "--diff", "--dry-run");
    assertEquals(0, run.exit(), run.err());
    assertTrue(run.out().startsWith("--- " + config.toRealPath() + "\n+++ "), run.out());
    assertTrue(run.out().contains("\n+[mcp_servers.a]\n"), run.out());
    assertFalse(run.out().contains("Would"), run.out());
    assertTrue(run.err().startsWith("(dry run) Would write "), run.err());
    offline(TWO);
    assertEquals("", offline(TWO, "--diff").out());
  }

  @Test
  void no_form_of_the_outcome_has_a_secret() throws IOException {
    Files.writeString(
        config, "[mcp_servers.own]\ncommand = \"x\"\nenv = {MY_KEY = \"" + SECRET + "9\"}\n");
    String yaml =
        "mcp_servers:\n  a:\n    command: x\n    env: {OPENAI_KEY: %1$s}\n".formatted(SECRET)
            + "  b:\n    url: https://example.com\n    headers: {X-Api-Key: %1$s}\n"
                .formatted(SECRET)
            + "  c: {command: [%1$s], args: %1$s, env: {TOKEN: [%1$s]}}\n".formatted(SECRET);
    for (String form : List.of("--diff", "--json", "--take-over")) {
      CommandRun run = offline(yaml, form, "--dry-run");
      assertEquals(1, run.exit(), run.err());
      assertFalse((run.out() + run.err()).contains(SECRET), run.out() + run.err());
    }
  }
}
