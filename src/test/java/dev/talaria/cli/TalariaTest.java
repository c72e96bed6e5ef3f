package dev.talaria.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class TalariaTest {

  @TempDir Path folder;

  @Test
  void the_version_is_that_of_the_build() {
    CommandRun run = CommandRun.of("--version");
    assertEquals(0, run.exit());
    assertTrue(run.out().startsWith("talaria " + System.getProperty("talaria.version")), run.out());
  }

  @Test
  void help_names_the_commands_and_the_exit_codes() {
    CommandRun run = CommandRun.of("--help");
    assertEquals(0, run.exit());
    for (String word : new String[] {"demo", "run", "project", "doctor", "Exit codes"}) {
      assertTrue(run.out().contains(word), run.out());
    }
  }

  @Test
  void no_command_is_misuse_and_shows_the_help_on_stderr() {
    CommandRun run = CommandRun.of();
    assertEquals(2, run.exit());
    assertEquals("", run.out());
    assertTrue(run.err().contains("demo"), run.err());
  }

  @ParameterizedTest
  @CsvSource({
    "run",
    "run --approvals maybe hi",
    "run --timeout soon hi",
    "run --timeout 0s hi",
    "nonsense",
    "doctor --what"
  })
  void misuse_is_exit_code_2_with_a_reason(String line) {
    CommandRun run = CommandRun.of(line.split(" "));
    assertEquals(2, run.exit(), run.err());
    assertEquals("", run.out());
    assertTrue(!run.err().isBlank());
  }

  @Test
  void a_blank_prompt_and_a_missing_directory_are_misuse() {
    assertEquals(2, CommandRun.of("run", " ").exit());
  }

  @Test
  void a_missing_codex_is_exit_code_3_and_says_how_to_get_one() {
    CommandRun run = CommandRun.of("run", "--codex", folder.resolve("codex").toString(), "hi");
    assertEquals(3, run.exit());
    assertTrue(run.err().contains("npm i -g @openai/codex"), run.err());
    assertEquals("", run.out());
  }

  @Test
  void a_process_that_looks_at_its_own_command_only_says_the_same() {
    for (String name : Talaria.commandLine().getSubcommands().keySet()) {
      CommandLine own = Talaria.commandLineFor(name, "--help");
      assertEquals(Set.of(name), own.getSubcommands().keySet());
      CommandLine command = own.getSubcommands().get(name);
      assertEquals(
          name,
          command
              .getCommandSpec()
              .userObject()
              .getClass()
              .getAnnotation(CommandLine.Command.class)
              .name());
      assertEquals(
          Talaria.commandLine().getSubcommands().get(name).getUsageMessage(),
          command.getUsageMessage());
    }
    assertEquals(0, Talaria.commandLineFor("--version").getSubcommands().size());
    for (String other : new String[] {"--help", "nonsense", ""}) {
      assertEquals(
          Talaria.commandLine().getUsageMessage(), Talaria.commandLineFor(other).getUsageMessage());
    }
  }
}
