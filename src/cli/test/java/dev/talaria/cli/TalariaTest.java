package dev.talaria.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

class TalariaTest {

  @TempDir Path folder;

  @Test
  void the_version_is_that_of_the_build() {
    CommandRun run = CommandRun.of("--version");
    assertEquals(0, run.exit());
    assertTrue(run.out().startsWith("talaria " + System.getProperty("talaria.version")), run.out());
  }

  @Test
  void the_completion_script_knows_every_command_and_is_valid_bash() throws Exception {
    CommandRun run = CommandRun.of("completion");
    assertEquals(0, run.exit());
    for (String name : Talaria.commandLine().getSubcommands().keySet()) {
      assertTrue(run.out().contains("_picocli_talaria_" + name.replace("-", "")), name);
    }
    Path script = Files.writeString(folder.resolve("talaria"), run.out());
    assertEquals(0, new ProcessBuilder("bash", "-n", script.toString()).start().waitFor());
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
    "review --base",
    "review --base=",
    "review --base a --commit b",
    "review --uncommitted text",
    "serve --listen tcp://127.0.0.1:0",
    "serve --listen ws://0.0.0.0:0",
    "serve stop --grace soon",
    "serve status --codex x",
    "threads",
    "threads list --limit 0",
    "threads list --search",
    "threads list --search x --archived",
    "threads show",
    "threads show --turns 0 x",
    "threads fork --through a --before b x",
    "threads fork --name= x",
    "threads delete",
    "threads delete x",
    "login --device-code --api-key-stdin",
    "login --api-key-env",
    "mcp",
    "mcp login",
    "exec",
    "exec --sandbox maybe -- true",
    "exec --sandbox read-only --permissions :workspace -- true",
    "config",
    "config set model",
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
  void a_file_that_is_not_there_is_more_than_a_bare_path() {
    CommandRun run = CommandRun.of("replay", "/nowhere/session.jsonl");
    assertEquals(1, run.exit(), run.err());
    assertEquals(
        "talaria: /nowhere/session.jsonl was not found; name a file in a folder that exists\n",
        run.err());
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

  /** What a wrong command line gets: the error, then where the help is, and no more. */
  private static void assertMisuse(String line, String... words) {
    CommandRun run = CommandRun.of(line.split(" "));
    assertEquals(2, run.exit(), run.err());
    assertEquals("", run.out());
    List<String> lines = run.err().lines().toList();
    assertEquals(2, lines.size(), run.err());
    assertTrue(lines.get(0).startsWith("talaria: "), run.err());
    assertTrue(lines.get(1).matches("Try 'talaria.* --help'\\."), run.err());
    for (String word : words) {
      assertTrue(lines.get(0).contains(word), run.err());
    }
  }

  @Test
  void a_wrong_command_line_is_two_lines() {
    assertMisuse("run", "PROMPT");
    assertMisuse("run --timeout soon hi", "'soon'");
    assertMisuse("migrate", "--host-config");
    assertMisuse("llm", "text, object, loop");
    assertMisuse("project /nowhere/at/all", "/nowhere/at/all");
    assertMisuse("project a b", "nothing to do with 'b'");
    assertMisuse("no\u001b[2Jsense", "is not a command");
    assertTrue(CommandRun.of("bench", "foo").err().contains("Try 'talaria bench --help'."));
  }

  @Test
  void a_mistyped_command_or_option_is_met_with_what_was_meant() {
    assertMisuse("rnu hi", "'rnu' is not a command. Did you mean 'run'?");
    assertMisuse("mig", "Did you mean 'migrate'?");
    assertMisuse("llm tetx hi", "'tetx' is not a command of talaria llm. Did you mean 'text'?");
    assertMisuse("run --aprovals=deny hi", "'--aprovals' is not an option", "'--approvals'?");
    CommandRun other = CommandRun.of("frobnicate");
    assertFalse(other.err().contains("Did you mean"), other.err());
    assertEquals(
        CommandRun.of("rnu").err(), runFor("rnu"), "as the process that looks at one command");
  }

  private static String runFor(String... arguments) {
    StringWriter err = new StringWriter();
    Talaria.commandLineFor(arguments).setErr(new PrintWriter(err, true)).execute(arguments);
    return err.toString();
  }

  @Test
  void the_words_of_an_enum_are_listed_once_and_read_as_listed() {
    int enums = 0;
    for (CommandLine command : all(Talaria.commandLine())) {
      for (ArgSpec arg : command.getCommandSpec().args()) {
        if (!arg.type().isEnum()) {
          continue;
        }
        enums++;
        String option = ((OptionSpec) arg).longestName() + "=maybe";
        String name = command.getCommandSpec().qualifiedName().substring("talaria ".length());
        String error = CommandRun.of((name + " " + option).split(" ")).err();
        Matcher words = Pattern.compile("expected one of (.*) but was 'maybe'").matcher(error);
        assertTrue(words.find(), error);
        List<String> listed = List.of(words.group(1).split(", "));
        assertEquals(Set.copyOf(listed).size(), listed.size(), error);
        // UNRECOGNIZED of Codex's enums stands for what was received: nobody can ask for it.
        long valid =
            Arrays.stream(arg.type().getEnumConstants())
                .filter(constant -> !constant.toString().equals("UNRECOGNIZED"))
                .count();
        assertEquals(valid, listed.size(), error);
      }
    }
    assertTrue(enums >= 2, "--approvals and --tool-failures");
    assertMisuse(
        "run --approvals maybe hi", "expected one of ask, allow, allow-session, deny but was");
    assertMisuse("llm loop --tool-failures maybe hi", "expected one of error, report but was");
    assertMisuse(
        "exec --sandbox unrecognized true",
        "expected one of read-only, workspace-write, danger-full-access but was");
  }

  @Test
  void an_option_means_one_thing_in_all_commands() {
    Map<String, String> labels = new HashMap<>();
    for (CommandLine command : all(Talaria.commandLine())) {
      for (OptionSpec option : command.getCommandSpec().options()) {
        if (List.of("--config", "--host-config").contains(option.longestName())
            && !option.hidden()) {
          String label = labels.putIfAbsent(option.longestName(), option.paramLabel());
          assertTrue(label == null || label.equals(option.paramLabel()), option.toString());
        }
      }
    }
    assertEquals(Map.of("--config", "KEY=VALUE", "--host-config", "FILE"), labels);
    assertMisuse("llm probe --config host.yaml", "--host-config");
    assertMisuse("llm loop --config host.yaml hi", "--host-config");
  }

  private static List<CommandLine> all(CommandLine line) {
    List<CommandLine> all = new ArrayList<>(List.of(line));
    line.getSubcommands().values().forEach(command -> all.addAll(all(command)));
    return all;
  }

  @Test
  void a_process_that_looks_at_its_own_command_only_can_record_another() {
    String[] line = {"record", folder.resolve("r.jsonl").toString(), "--", "run", "--what", "hi"};
    assertTrue(runFor(line).contains("'--what' is not an option of talaria run"), runFor(line));
  }
}
