package dev.talaria.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.codex.CodexVersion;
import dev.talaria.codex.MeasuredFact;
import dev.talaria.codex.process.Processes;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.fixtures.model.ScriptedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands as a user runs them, on the real Codex with a scripted model. */
@Timeout(120)
class RealCommandTest {

  @TempDir Path workspace;

  private ScriptedModel model;
  private ScratchCodexHome home;

  private static final ModelScript WRITES =
      ModelScript.builder()
          .reply(
              OutputItem.call(
                  "exec_command",
                  Map.of(
                      "cmd", "touch made.txt",
                      "login", false,
                      "sandbox_permissions", "require_escalated",
                      "justification", "make a file")))
          .text("first answer")
          .text("second answer")
          .build();

  private void start(ModelScript script) throws IOException {
    model = ScriptedModel.start(script);
    home =
        ScratchCodexHome.builder(model.baseUrl())
            .rootKey("sandbox_mode", "read-only")
            .rootKey("approval_policy", "on-request")
            // Commands run in a login shell: not with the profile of whoever runs this test.
            .table("[shell_environment_policy.set]\nHOME = \"" + workspace + "\"")
            .create();
  }

  @AfterEach
  void stop() throws IOException {
    if (model != null) {
      model.close();
      home.close();
    }
  }

  private List<String> line(String... arguments) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add("run");
    line.add("--codex");
    line.add(codex());
    line.add("--codex-home");
    line.add(home.path().toString());
    line.add("--cwd");
    line.add(workspace.toString());
    line.addAll(List.of(arguments));
    return line;
  }

  private static String codex() throws IOException, InterruptedException {
    return PinnedCodex.selected().executable().toString();
  }

  private CommandRun run(String... arguments) throws IOException, InterruptedException {
    return CommandRun.of(line(arguments).toArray(String[]::new));
  }

  @Test
  void run_prints_the_final_text_of_each_prompt() throws Exception {
    start(WRITES);
    CommandRun run = run("--approvals", "allow", "one", "two");
    assertEquals(0, run.exit(), run.err());
    assertEquals("first answer\nsecond answer\n", run.out());
    assertTrue(Files.exists(workspace.resolve("made.txt")));
    assertTrue(run.err().contains("exec "), run.err());
  }

  @Test
  void run_takes_a_permission_profile() throws Exception {
    start(
        ModelScript.builder()
            .reply(
                OutputItem.call(
                    "exec_command", Map.of("cmd", "touch made.txt && sleep 0.3", "login", false)))
            .text("done")
            .build());
    CommandRun run = run("--permissions", ":workspace", "one");
    assertEquals(0, run.exit(), run.err());
    assertTrue(Files.exists(workspace.resolve("made.txt")));
    CommandRun refused = run("--permissions", "mine", "one");
    assertEquals(1, refused.exit(), refused.out());
    assertTrue(refused.err().contains("permission profile 'mine'"), refused.err());
    assertTrue(refused.err().contains(":read-only, :workspace, :danger-"), refused.err());
  }

  /** A command that goes on behind its turn, and the answer that the model gives meanwhile. */
  private static ModelScript goesOn(String command) {
    return ModelScript.builder()
        .reply(
            OutputItem.call(
                "exec_command",
                Map.of(
                    "cmd",
                    command,
                    "login",
                    false,
                    "yield_time_ms",
                    250,
                    "sandbox_permissions",
                    "require_escalated",
                    "justification",
                    "it takes long")))
        .text("It runs.")
        .build();
  }

  @Test
  void run_waits_for_a_command_that_goes_on_behind_its_turn() throws Exception {
    start(goesOn("sleep 3; echo late > late.txt"));
    CommandRun run = run("--approvals", "allow", "one");
    assertEquals(0, run.exit(), run.err());
    assertTrue(Files.exists(workspace.resolve("late.txt")), run.err());
    assertTrue(run.err().contains("still runs: "), run.err());
    assertTrue(run.err().contains("sleep 3; echo late"), run.err());
    assertFalse(run.err().contains("ended by closing"), run.err());
  }

  @Test
  void run_tells_which_commands_its_end_has_ended() throws Exception {
    start(goesOn("sleep 600; echo late > late.txt"));
    CommandRun run = run("--approvals", "allow", "--timeout", "2s", "--json", "one");
    assertEquals(1, run.exit(), run.err());
    assertTrue(run.err().contains("ended by closing"), run.err());
    assertTrue(run.err().contains("sleep 600; echo late"), run.err());
    JsonNode json = run.json();
    assertEquals("completed", json.at("/turns/0/status").asText());
    assertTrue(
        json.at("/turns/0/runningCommands/0/command").asText().contains("sleep 600"), run.out());
    assertTrue(json.at("/endedCommands/0/command").asText().contains("sleep 600"), run.out());
    assertFalse(Files.exists(workspace.resolve("late.txt")));
  }

  @Test
  void run_declines_when_nobody_can_be_asked() throws Exception {
    start(WRITES);
    CommandRun run = run("one");
    assertEquals(0, run.exit(), run.err());
    assertFalse(Files.exists(workspace.resolve("made.txt")));
    assertTrue(
        run.err().contains("declined, because there is no terminal to ask on: run "), run.err());
    assertTrue(run.err().contains("--approvals allow"), run.err());
  }

  @Test
  void run_json_is_one_document_of_the_documented_shape() throws Exception {
    start(WRITES);
    CommandRun run = run("--approvals", "allow-session", "--json", "one", "two");
    assertEquals(0, run.exit(), run.err());
    JsonNode json = run.json();
    assertFalse(json.path("threadId").asText().isEmpty());
    assertEquals(2, json.path("turns").size());
    JsonNode turn = json.path("turns").get(0);
    List<String> names = new ArrayList<>();
    turn.fieldNames().forEachRemaining(names::add);
    assertEquals(
        List.of(
            "turnId",
            "status",
            "finalText",
            "error",
            "interrupted",
            "retire",
            "toolIterations",
            "messages",
            "usage",
            "diff",
            "plan",
            "compacted",
            "runningCommands",
            "durationMs"),
        names);
    assertEquals("completed", turn.path("status").asText());
    assertTrue(turn.path("error").isNull());
    assertEquals(1, turn.path("toolIterations").asInt());
    assertEquals("exec_command", called(turn.path("messages")));
    assertEquals("second answer", json.at("/turns/1/finalText").asText());
  }

  /** The one call's name; where commands may end late, it may stand behind the answer. */
  private static String called(JsonNode messages) {
    CodexVersion version = CodexVersion.parse(PinnedCodex.selectedVersion()).orElseThrow();
    if (!MeasuredFact.LATE_COMMAND_ENDS.isIn(version)) {
      return messages.at("/1/tool_calls/0/function/name").asText();
    }
    List<String> names = new ArrayList<>();
    for (JsonNode message : messages) {
      message
          .path("tool_calls")
          .forEach(call -> names.add(call.path("function").path("name").asText()));
    }
    assertEquals(1, names.size(), messages.toString());
    return names.get(0);
  }

  @Test
  void run_json_tells_a_failure_and_exits_with_1() throws Exception {
    start(ModelScript.builder().reply(Reply.apiError(401, "bad_key", "no such key")).build());
    CommandRun run = run("--json", "one", "two");
    assertEquals(1, run.exit());
    JsonNode turns = run.json().path("turns");
    assertEquals(1, turns.size());
    assertEquals("failed", turns.get(0).path("status").asText());
    assertEquals("unauthorized", turns.get(0).at("/error/kind").asText());
  }

  @Test
  void run_stops_a_turn_at_its_time_limit() throws Exception {
    start(ModelScript.builder().reply(Reply.text("never").hangAfter(1)).build());
    CommandRun run = run("--json", "--timeout", "700ms", "one");
    assertEquals(1, run.exit());
    assertEquals("timeout", run.json().at("/turns/0/error/kind").asText());
    assertTrue(run.json().at("/turns/0/interrupted").asBoolean());
  }

  @Test
  void a_config_override_reaches_codex() throws Exception {
    start(ModelScript.texts("hi"));
    assertEquals(0, run("--config", "model=\"gpt-5.5-other\"", "one").exit());
    assertEquals("gpt-5.5-other", model.requests().get(0).body().path("model").asText());
  }

  /** Starts the program in a JVM of its own, as a shell would. */
  private Process spawn(List<String> arguments) throws IOException {
    return new ProcessBuilder(TalariaJvm.command(List.of(), arguments))
        .redirectErrorStream(true)
        .redirectOutput(workspace.resolve("output.txt").toFile())
        .start();
  }

  private static boolean gone(ProcessHandle process) {
    try {
      // An orphan that nobody reaps stays behind as a zombie; it runs no more.
      return !process.isAlive()
          || Files.readString(Path.of("/proc/" + process.pid() + "/stat")).contains(") Z ");
    } catch (IOException e) {
      return true;
    }
  }

  private List<ProcessHandle> codexOf(Process program) {
    return program.descendants().toList();
  }

  @Test
  void a_first_ctrl_c_interrupts_the_turn_and_the_program_ends_in_order() throws Exception {
    start(
        ModelScript.builder().reply(Reply.of(OutputItem.chunks("a ", "b ")).hangAfter(5)).build());
    Process program = spawn(line("--json", "one"));
    try {
      model.awaitRequests(1, Duration.ofSeconds(30));
      List<ProcessHandle> children = codexOf(program);
      assertFalse(children.isEmpty());
      Processes.interrupt(program.pid());
      assertTrue(program.waitFor(60, TimeUnit.SECONDS));
      assertEquals(1, program.exitValue());
      String output = Files.readString(workspace.resolve("output.txt"));
      assertTrue(output.contains("\"status\" : \"interrupted\""), output);
      assertTrue(children.stream().allMatch(RealCommandTest::gone));
    } finally {
      program.destroyForcibly();
    }
  }

  @Test
  void ctrl_c_ends_the_wait_for_a_command_and_with_it_the_command() throws Exception {
    start(goesOn("touch begun.txt; sleep 300"));
    Process program = spawn(line("--approvals", "allow", "one"));
    Path output = workspace.resolve("output.txt");
    try {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> Files.readString(output).contains("waiting up to "));
      List<ProcessHandle> children = codexOf(program);
      Processes.interrupt(program.pid());
      assertTrue(program.waitFor(60, TimeUnit.SECONDS));
      assertEquals(1, program.exitValue());
      assertTrue(Files.readString(output).contains("ended by closing: "), output.toString());
      assertTrue(children.stream().allMatch(RealCommandTest::gone));
    } finally {
      program.destroyForcibly();
    }
  }

  @Test
  void a_killed_program_leaves_no_codex_behind() throws Exception {
    start(
        ModelScript.builder()
            .reply(
                OutputItem.call(
                    "exec_command",
                    Map.of(
                        "cmd", "sleep 1; echo running > started.txt; sleep 300",
                        "login", false,
                        "sandbox_permissions", "require_escalated",
                        "justification", "wait")))
            .text("done")
            .build());
    Process program = spawn(line("--approvals", "allow", "one"));
    try {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> Files.exists(workspace.resolve("started.txt")));
      List<ProcessHandle> children = codexOf(program);
      assertTrue(children.size() >= 2, "codex and its command: " + children);
      new ProcessBuilder("kill", "-KILL", Long.toString(program.pid())).start().waitFor();
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertEquals(List.of(), stillThere(children)));
    } finally {
      program.destroyForcibly();
    }
  }

  private static List<String> stillThere(List<ProcessHandle> processes) {
    return processes.stream()
        .filter(process -> !gone(process))
        .map(process -> process.pid() + " " + process.info().commandLine().orElse("?"))
        .toList();
  }

  @Test
  void the_demo_runs_on_the_real_codex_and_checks_its_file() {
    CommandRun run = CommandRun.of("demo");
    assertEquals(0, run.exit(), run.err());
    assertTrue(run.out().contains("OK: note.txt is as it should be."), run.out());
    assertTrue(run.out().contains("exec_command"), run.out());
    assertTrue(run.err().contains("? run "), run.err());
  }

  @Test
  void the_demo_as_json_is_one_document() {
    CommandRun run = CommandRun.of("demo", "--json");
    assertEquals(0, run.exit(), run.err());
    assertTrue(run.json().path("ok").asBoolean());
    assertEquals(2, run.json().path("approvals").size());
    assertEquals(2, run.json().path("turns").size());
    assertTrue(run.json().at("/file/asExpected").asBoolean());
  }

  @Test
  void a_program_in_place_of_the_demo_has_the_scripted_model() throws Exception {
    List<String> shell = new ArrayList<>(List.of("demo", "--", "sh", "-c"));
    shell.add("\"$@\" \"run ls\" && \"$@\" \"write it\"; echo \"exit $?, $CODEX_HOME\"; exit 7");
    shell.add("sh");
    shell.addAll(TalariaJvm.command("run", "--approvals", "allow", "--cwd", workspace.toString()));
    Files.writeString(workspace.resolve("note.txt"), "");
    Path out = Files.createTempFile("demo", ".txt");
    Process demo =
        new ProcessBuilder(TalariaJvm.command(shell.toArray(String[]::new)))
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertTrue(demo.waitFor(180, TimeUnit.SECONDS), "it does not end");
    } finally {
      demo.destroyForcibly();
    }
    assertEquals(7, demo.exitValue());
    String printed = Files.readString(out);
    assertTrue(printed.contains("I got back: note.txt"), printed);
    assertTrue(printed.contains("I got back: written"), printed);
    assertEquals("ran\n", Files.readString(workspace.resolve("ran.txt")));
    String home = printed.substring(printed.indexOf("exit 0, ") + 8).strip();
    assertTrue(Files.notExists(Path.of(home)), home);
    Files.delete(out);
  }

  @Test
  void a_program_in_place_of_the_demo_takes_no_options_of_the_demo() {
    CommandRun run = CommandRun.of("demo", "--json", "--", "true");
    assertEquals(2, run.exit(), run.err());
    assertTrue(run.err().contains("leave the demo's options out"), run.err());
  }

  @Test
  void the_demo_of_a_durable_run_kills_its_worker_and_its_engine() {
    CommandRun run = CommandRun.of("demo", "--durable", "--json");
    assertEquals(0, run.exit(), run.err());
    assertTrue(run.json().path("ok").asBoolean());
    assertEquals("COMPLETED", run.json().path("status").asText());
    assertEquals("This run survived.\n", run.json().path("file").asText());
    assertEquals(1, run.json().path("timesPromptWasTold").asInt());
    assertTrue(run.err().contains("kill -9 of the engine"), run.err());
  }

  @Test
  void the_doctor_finds_a_codex_that_needs_no_login() throws Exception {
    start(ModelScript.texts("x"));
    CommandRun run =
        CommandRun.of(
            "doctor", "--json", "--codex", codex(), "--codex-home", home.path().toString());
    assertEquals(0, run.exit(), run.out());
    assertTrue(run.json().path("ok").asBoolean());
    assertEquals(
        List.of("codex", "start", "config", "login"),
        run.json().path("findings").findValuesAsText("subject"));
  }

  @Test
  void the_doctor_names_a_broken_config_and_a_missing_login() throws Exception {
    Path broken = Files.createDirectory(workspace.resolve("broken"));
    Files.writeString(broken.resolve("config.toml"), "[oops\n");
    CommandRun run = CommandRun.of("doctor", "--codex", codex(), "--codex-home", broken.toString());
    assertEquals(1, run.exit());
    assertTrue(run.out().contains("FAIL  config"), run.out());
    assertTrue(run.out().contains("config.toml:1"), run.out());
    assertTrue(run.out().contains("codex login"), run.out());
  }

  @Test
  void the_doctor_without_codex_exits_with_3() {
    CommandRun run = CommandRun.of("doctor", "--codex", workspace.resolve("codex").toString());
    assertEquals(3, run.exit());
    assertTrue(run.out().contains("npm i -g @openai/codex"), run.out());
  }
}
