package dev.talaria.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.cli.CommandRun;
import dev.talaria.cli.TalariaJvm;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.fixtures.model.ScriptedModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever Codex, its model, a file or an argument says, no terminal escape gets out. */
@Timeout(120)
class RealTerminalTextTest {

  private static final String ATTACK = "\u001b]0;pwned\u0007\u001b[2J\u009b\u202e";
  private static final String SHOWN = "\\u001b]0;pwned\\u0007\\u001b[2J\\u009b\\u202e";

  @TempDir Path folder;

  private static ModelScript failing() {
    return ModelScript.builder()
        .repeat()
        .reply(Reply.apiError(400, "invalid_request_error", "no: " + ATTACK))
        .build();
  }

  private static void assertVisible(CommandRun run) {
    for (String text : List.of(run.out(), run.err())) {
      assertTrue(
          text.codePoints().noneMatch(c -> c != '\n' && Character.isISOControl(c) || c == 0x202e),
          text);
    }
  }

  private static List<String> line(ScratchCodexHome home, String... command) {
    try {
      List<String> line = new ArrayList<>(List.of(command));
      line.addAll(
          List.of(
              "--codex", PinnedCodex.selected().executable().toString(),
              "--codex-home", home.path().toString()));
      return line;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static CommandRun on(ScratchCodexHome home, String... command) {
    return CommandRun.of(line(home, command).toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "llm text", "llm loop"})
  void the_error_of_a_models_server_is_spelt(String command) throws Exception {
    try (ScriptedModel model = ScriptedModel.start(failing());
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      List<String> words = new ArrayList<>(List.of(command.split(" ")));
      words.add("hi");
      CommandRun run = on(home, words.toArray(String[]::new));
      assertEquals(1, run.exit(), run.err());
      assertVisible(run);
      assertTrue(run.err().contains(SHOWN), run.err());
    }
  }

  @Test
  void the_probes_of_a_model_are_spelt() throws Exception {
    try (ScriptedModel model = ScriptedModel.start(failing());
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      CommandRun run = on(home, "llm", "probe");
      assertEquals(1, run.exit(), run.err());
      assertVisible(run);
      assertTrue(run.out().contains("\\u001b"), run.out());
    }
  }

  @Test
  void a_document_stays_one_with_the_same_text() throws Exception {
    try (ScriptedModel model = ScriptedModel.start(failing());
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      CommandRun run = on(home, "run", "--json", "hi");
      assertVisible(run);
      String message = run.json().at("/turns/0/error/message").asText();
      assertTrue(message.contains(ATTACK), run.out());
    }
  }

  @Test
  void the_process_itself_prints_no_escape() throws Exception {
    try (ScriptedModel model = ScriptedModel.start(failing());
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      // With logging, which goes its own way to standard error.
      Path logging =
          Files.writeString(
              folder.resolve("logging.properties"),
              "handlers=java.util.logging.ConsoleHandler\n.level=FINE\n"
                  + "java.util.logging.ConsoleHandler.level=FINE\n");
      List<String> options = List.of("-Djava.util.logging.config.file=" + logging);
      Process process =
          new ProcessBuilder(TalariaJvm.command(options, line(home, "run", "hi")))
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("output").toFile())
              .start();
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
      String shown = Files.readString(folder.resolve("output"), StandardCharsets.UTF_8);
      assertVisible(new CommandRun(process.exitValue(), shown, ""));
      assertTrue(shown.contains("talaria: ") && shown.contains("\\u001b]0;pwned"), shown);
    }
  }

  @Test
  void what_codex_says_of_its_configuration_is_spelt() throws Exception {
    try (ScriptedModel model = ScriptedModel.start(ModelScript.texts("never"));
        ScratchCodexHome home =
            ScratchCodexHome.builder(model.baseUrl())
                .rootKey("file_opener", "\u001b[2J")
                .create()) {
      for (String command : List.of("run hi", "doctor")) {
        CommandRun run = on(home, command.split(" "));
        assertEquals(1, run.exit(), run.out() + run.err());
        assertVisible(run);
        assertTrue((run.out() + run.err()).contains("\\u001b[2J"), run.out() + run.err());
      }
    }
  }

  @Test
  void the_words_of_a_program_that_is_not_codex_are_not_shown() throws Exception {
    Path program =
        Files.writeString(
            folder.resolve("codex"), "#!/bin/sh\nprintf 'codex-cli \\033[2Jpwned\\n'\n");
    assertTrue(program.toFile().setExecutable(true));
    for (String command : List.of("doctor", "run hi")) {
      List<String> words = new ArrayList<>(List.of(command.split(" ")));
      words.addAll(List.of("--codex", program.toString()));
      CommandRun run = CommandRun.of(words.toArray(String[]::new));
      assertEquals(3, run.exit(), run.out() + run.err());
      assertVisible(run);
      assertFalse((run.out() + run.err()).contains("pwned"), run.out() + run.err());
    }
  }

  @Test
  void arguments_and_file_names_are_spelt() throws Exception {
    Path yaml =
        Files.writeString(
            folder.resolve("\u001b[2Jhost.yaml"), "mcp_servers: {\"\\e[2Jsrv\": {command: 3}}\n");
    for (List<String> command :
        List.of(
            List.of("run", "--timeout", ATTACK, "hi"),
            List.of("run", "--approvals", ATTACK, "hi"),
            List.of("run", "--" + ATTACK, "hi"),
            List.of(ATTACK),
            List.of("run", "--host-config", folder + "/" + ATTACK, "hi"),
            List.of("project", folder + "/" + ATTACK),
            List.of("replay", folder + "/" + ATTACK),
            List.of("runtime", "--host-config", folder + "/host.yaml", ATTACK),
            List.of("protocol", "diff", folder + "/" + ATTACK, folder.toString()),
            List.of("record", folder + "/" + ATTACK, ATTACK),
            List.of(
                "migrate",
                "--no-codex",
                "--host-config",
                yaml.toString(),
                "--codex-home",
                folder.toString()))) {
      CommandRun run = CommandRun.of(command.toArray(String[]::new));
      assertTrue(run.exit() != 0, command.toString());
      assertVisible(run);
      assertTrue((run.out() + run.err()).contains("\\u001b"), run.out() + run.err());
    }
  }
}
