package dev.talaria.cli.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.cli.CommandRun;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A section that the Hermes agent's own migrator wrote, and configurations beyond the limit. */
class AdoptedSectionTest extends MigrationCase {

  private static final String SECTION =
      """
      # managed by hermes-agent — `hermes codex-runtime migrate` regenerates this section

      default_permissions = ":workspace"

      [mcp_servers.github]
      url = "https://api.example.com/mcp"

      [mcp_servers.old]
      command = "npx"

      [plugins."github@openai-curated"]
      enabled = true

      # end hermes-agent managed section
      """;

  private static final String HEAD = "model = \"gpt-5.5\"\n\n";
  private static final String TAIL = "\n[features]\nterminal_resize_reflow = true\n";
  private static final String YAML = "mcp_servers:\n  github: {url: 'https://new.example.com'}\n";

  @Test
  void it_is_recognised_and_left_alone_until_it_is_adopted() throws Exception {
    Files.writeString(config, HEAD + SECTION + TAIL);
    for (CommandRun run :
        List.of(
            offline(YAML, "--host-name", "hermes-agent"),
            talaria("unmigrate", "--host-name", "hermes-agent"))) {
      assertEquals(1, run.exit(), run.out());
      assertTrue(run.err().contains("`hermes codex-runtime migrate`"), run.err());
      assertTrue(run.err().contains("--adopt"), run.err());
      assertFalse(run.err().contains("damaged"), run.err());
      assertEquals(HEAD + SECTION + TAIL, Files.readString(config));
    }
  }

  @Test
  void an_adopted_section_becomes_one_of_ours() throws Exception {
    Files.writeString(config, HEAD + SECTION + TAIL);
    CommandRun run = offline(YAML, "--host-name", "hermes-agent", "--adopt");
    assertEquals(0, run.exit(), run.err());
    assertTrue(run.err().contains("was adopted; taken out: mcp_servers.old"), run.err());
    String after = Files.readString(config);
    assertTrue(after.startsWith(HEAD) && after.endsWith(TAIL), after);
    assertEquals(1, after.split("# managed by", -1).length - 1, after);
    assertTrue(after.contains("`talaria migrate` regenerates"), after);
    assertTrue(after.contains("https://new.example.com"), after);
    assertTrue(after.contains("[plugins.\"github@openai-curated\"]"), "nobody was asked: " + after);
    assertFalse(after.contains("[mcp_servers.old]"), after);

    CommandRun again = offline(YAML, "--host-name", "hermes-agent");
    assertTrue(again.out().contains("Nothing to change"), again.out());
    assertEquals(0, talaria("unmigrate", "--host-name", "hermes-agent").exit());
    assertEquals(HEAD + TAIL, Files.readString(config));
  }

  @Test
  void under_another_host_name_it_stays_as_it_is() throws Exception {
    Files.writeString(config, HEAD + SECTION + TAIL);
    CommandRun run = offline("mcp_servers:\n  mine: {command: npx}\n", "--take-over");
    assertEquals(0, run.exit(), run.err());
    String after = Files.readString(config);
    assertTrue(after.contains(SECTION), after);
    assertTrue(after.contains("[mcp_servers.mine]"), after);
  }

  @Test
  void a_configuration_beyond_the_limit_is_refused_before_any_work() throws Exception {
    try (RandomAccessFile large = new RandomAccessFile(config.toFile(), "rw")) {
      large.setLength(50L * 1024 * 1024);
    }
    CommandRun run = offline(YAML);
    assertEquals(1, run.exit());
    assertTrue(run.err().contains("config.toml: it has more than 8 MiB"), run.err());
    assertTrue(run.err().contains("Make it smaller"), run.err());
    assertEquals(List.of("config.toml"), files(), "not even a lock was made");
  }
}
