package dev.talaria.cli.service;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.cli.CommandRun;
import dev.talaria.cli.TalariaJvm;
import dev.talaria.codex.process.Processes;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ScriptedMcpServer;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands for models, servers, skills, commands and configuration, on the real Codex. */
@Timeout(180)
class RealServiceCommandTest {

  @TempDir Path temporary;

  private Path workspace;
  private ScratchCodexHome home;

  @BeforeEach
  void a_home_with_a_server() throws IOException {
    assumeTrue(
        PinnedCodex.selectedVersion().equals(PinnedCodex.pinnedVersion()),
        "the services are those of the pinned Codex");
    workspace = temporary.toRealPath();
    List<String> server = ScriptedMcpServer.commandLine();
    home =
        ScratchCodexHome.builder("http://127.0.0.1:9/v1")
            .mcpServer(
                "srv",
                server.get(0),
                server.subList(1, server.size()),
                Map.of("SRV_API_KEY", "not-for-anybody"))
            .mcpServer("none", Map.of("command", "/no/such/server"))
            .create();
  }

  @AfterEach
  void remove() throws IOException {
    if (home != null) {
      home.close();
    }
  }

  private List<String> line(String command, String... arguments) throws Exception {
    List<String> line = new ArrayList<>(List.of(command.split(" ")));
    line.addAll(List.of("--codex", PinnedCodex.selected().executable().toString()));
    line.addAll(List.of("--codex-home", home.path().toString()));
    line.addAll(List.of(arguments));
    return line;
  }

  private CommandRun run(String command, String... arguments) throws Exception {
    return CommandRun.of(line(command, arguments).toArray(String[]::new));
  }

  @Test
  void models_are_listed_with_their_efforts() throws Exception {
    CommandRun run = run("models");
    assertEquals(0, run.exit(), run.err());
    List<String> lines = run.out().lines().toList();
    assertEquals(1, lines.stream().filter(line -> line.startsWith("* ")).count());
    assertTrue(
        lines.stream().allMatch(line -> line.matches("[* ] [\\w.-]+ +[^\\[]*\\[\\w+].*")),
        run.out());
    JsonNode json = run("models", "--json").json();
    assertEquals("scripted", json.path("provider").asText());
    assertEquals(lines.size(), json.path("models").size());
    assertTrue(run("models", "--hidden").out().lines().count() > lines.size());
  }

  @Test
  void servers_are_listed_with_their_tools_or_what_is_wrong() throws Exception {
    CommandRun run = run("mcp list");
    assertEquals(0, run.exit(), run.err());
    assertTrue(run.out().contains("\nsrv               tools: ask die fail look "), run.out());
    assertTrue(run.out().contains("MCP startup failed: No such file"), run.out());
    JsonNode servers = run("mcp list", "--json").json().path("servers");
    assertEquals(
        List.of("none", "srv"),
        servers.findValuesAsText("name").stream()
            .filter(name -> name.equals("none") || name.equals("srv"))
            .toList());
    CommandRun login = run("mcp login", "srv");
    assertEquals(1, login.exit());
    assertTrue(login.err().startsWith("talaria: mcpServer/oauth/login was refused"), login.err());
  }

  @Test
  void skills_of_a_directory_are_listed() throws Exception {
    Path skill = workspace.resolve(".agents/skills/count-birds/SKILL.md");
    Files.createDirectories(skill.getParent());
    Files.createDirectories(workspace.resolve(".git"));
    Files.writeString(skill, "---\nname: count-birds\ndescription: Counts birds.\n---\nCount.\n");
    CommandRun run = run("skills", "--cwd", workspace.toString());
    assertEquals(0, run.exit(), run.err());
    assertTrue(run.out().contains("on   repo    count-birds               Counts birds.\n"));
    JsonNode json = run("skills", "--json", "--cwd", workspace.toString()).json();
    assertEquals(workspace.toString(), json.path("cwd").asText());
    assertTrue(json.path("skills").findValuesAsText("path").contains(skill.toString()));
  }

  @Test
  void a_value_is_read_and_set_and_a_secret_is_not_shown() throws Exception {
    CommandRun all = run("config get");
    assertEquals(0, all.exit(), all.err());
    assertTrue(all.out().contains("model_provider = \"scripted\"  (user)\n"), all.out());
    assertTrue(all.out().contains(".env.SRV_API_KEY = \"[redacted]\"  (user)\n"), all.out());
    assertFalse(run("config get", "--json").out().contains("not-for-anybody"));
    assertFalse(run("config get", "mcp_servers.srv").out().contains("not-for-anybody"));
    assertEquals("scripted\n", run("config get", "model_provider").out());
    assertEquals(1, run("config get", "no.such.key").exit());
    assertEquals(0, run("config set", "tui.notifications", "true").exit());
    assertEquals("true\n", run("config get", "tui.notifications").out());
    assertEquals(
        "user", run("config get", "--json", "tui.notifications").json().at("/layer/type").asText());
    assertEquals(0, run("config set", "tui.notifications", "null").exit());
    assertFalse(Files.readString(home.configFile()).contains("notifications"));
    CommandRun invalid = run("config set", "sandbox_mode", "nonsense");
    assertEquals(1, invalid.exit());
    assertTrue(invalid.err().contains("unknown variant"), invalid.err());
  }

  @Test
  void a_write_is_refused_when_the_file_has_changed() throws Exception {
    CommandRun all = run("config get");
    String version = all.err().strip().replace("version ", "");
    Files.writeString(home.configFile(), "\n# mine\n", StandardOpenOption.APPEND);
    Files.writeString(
        home.configFile(), "\n[tui]\nnotifications = true\n", StandardOpenOption.APPEND);
    String changed = Files.readString(home.configFile());
    CommandRun stale = run("config set", "--expect", version, "model_verbosity", "low");
    assertEquals(1, stale.exit());
    assertEquals("", stale.out());
    assertTrue(stale.err().contains("Configuration was modified since last read"), stale.err());
    assertEquals(changed, Files.readString(home.configFile()));
    String current = run("config get", "--json").json().path("version").asText();
    CommandRun set = run("config set", "--json", "--expect", current, "model_verbosity", "low");
    assertEquals("ok", set.json().path("status").asText());
    assertTrue(Files.readString(home.configFile()).contains("# mine"));
  }

  @Test
  void a_command_runs_in_the_sandbox_and_its_exit_code_is_ours() throws Exception {
    CommandRun run =
        run("exec", "--cwd", workspace.toString(), "--", "sh", "-c", "pwd; echo err >&2; exit 7");
    assertEquals(7, run.exit());
    assertEquals(workspace + "\n", run.out());
    assertEquals("err\n", run.err());
    CommandRun json =
        run("exec", "--json", "--", "sh", "-c", "printf 'h\\303\\266n\\033[1m'; exit 3");
    assertEquals(3, json.exit());
    assertEquals(3, json.json().path("exitCode").asInt());
    assertEquals("h\u00f6n\u001b[1m", json.json().path("stdout").asText());
    assertEquals("h\u00f6n\\u001b[1m", json.err());
    Path file = workspace.resolve("made");
    String[] write = {"--cwd", workspace.toString(), "--", "sh", "-c", "echo hi > made"};
    CommandRun refused = run("exec --sandbox read-only", write);
    assertTrue(refused.exit() != 0 && Files.notExists(file), refused.err());
    assertEquals(0, run("exec --permissions :workspace", write).exit());
    assertEquals("hi\n", Files.readString(file));
    assertEquals(124, run("exec", "--timeout", "200ms", "--", "sleep", "600").exit());
    CommandRun unknown = run("exec --permissions nobodys", write);
    assertEquals(1, unknown.exit());
    assertTrue(unknown.err().startsWith("talaria: command/exec was refused"), unknown.err());
  }

  @Test
  void output_is_shown_as_it_comes_and_input_is_passed_on() throws Exception {
    Path output = workspace.resolve("output");
    Process program =
        new ProcessBuilder(
                TalariaJvm.command(
                    line("exec --stdin", "--", "sh", "-c", "echo first; read x; echo got $x; cat")
                        .toArray(String[]::new)))
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> Files.readString(output).equals("first\n"));
      try (Writer keyboard = program.outputWriter()) {
        keyboard.write("this\nand that\n");
      }
      assertTrue(program.waitFor(60, TimeUnit.SECONDS));
      assertEquals(0, program.exitValue());
      assertEquals("first\ngot this\nand that\n", Files.readString(output));
    } finally {
      program.destroyForcibly();
    }
  }

  @Test
  void ctrl_c_ends_the_command() throws Exception {
    Path output = workspace.resolve("output");
    Process program =
        new ProcessBuilder(
                TalariaJvm.command(
                    line("exec", "--", "sh", "-c", "echo up; sleep 600; echo never")
                        .toArray(String[]::new)))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      await().atMost(Duration.ofSeconds(60)).until(() -> Files.readString(output).equals("up\n"));
      List<ProcessHandle> children = program.descendants().toList();
      Processes.interrupt(program.pid());
      assertTrue(program.waitFor(60, TimeUnit.SECONDS));
      assertTrue(program.exitValue() != 0);
      assertEquals("up\n", Files.readString(output));
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> children.stream().noneMatch(RealServiceCommandTest::runs));
    } finally {
      program.destroyForcibly();
    }
  }

  /** An orphan that nobody reaps stays behind as a zombie; it does not run any more. */
  private static boolean runs(ProcessHandle process) {
    try {
      return process.isAlive()
          && !Files.readString(Path.of("/proc/" + process.pid() + "/stat")).contains(") Z ");
    } catch (IOException e) {
      return false;
    }
  }
}
