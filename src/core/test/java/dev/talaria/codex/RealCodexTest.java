package dev.talaria.codex;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.codex.process.CodexProcess;
import dev.talaria.codex.process.Platform;
import dev.talaria.codex.process.Processes;
import dev.talaria.fixtures.PinnedCodex;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(360)
class RealCodexTest {

  private static final CodexVersion VERSION =
      CodexVersion.parse(PinnedCodex.selectedVersion()).orElseThrow();
  private static final String INITIALIZE =
      "{\"id\":1,\"method\":\"initialize\",\"params\":{\"clientInfo\":{\"name\":\"talaria\","
          + "\"title\":\"Talaria\",\"version\":\"0\"},\"capabilities\":{}}}\n";

  @TempDir Path home;
  private CodexOptions options;

  @BeforeEach
  void a_codex_home_of_its_own() {
    options =
        CodexOptions.builder()
            .executable(RealCodex.path())
            .codexHome(home)
            .config("features.plugins", "false")
            .build();
  }

  private CodexProcess initialized() throws Exception {
    CodexProcess process = CodexProcess.start(CodexExecutable.locate(options), options);
    OutputStream stdin = process.stdin();
    stdin.write(INITIALIZE.getBytes(UTF_8));
    stdin.flush();
    assertTrue(Processes.readLine(process.stdout()).contains("\"codexHome\""));
    return process;
  }

  @Test
  void npms_command_leads_to_the_native_binary() throws Exception {
    CodexExecutable viaShim = CodexExecutable.locate(options);
    assertEquals(VERSION, viaShim.version());
    assertEquals(PinnedCodex.selected().executable().toRealPath(), viaShim.path());
    assertTrue(viaShim.path().toString().contains(Platform.CURRENT.targetTriple()));
    CodexOptions direct = options.toBuilder().executable(viaShim.path()).build();
    assertEquals(viaShim, CodexExecutable.locate(direct));
  }

  private static final Path NO_CACHE = Path.of("/nowhere");

  @Test
  void codex_is_found_on_the_path_and_by_the_variable() {
    String folder = RealCodex.path().getParent().toString();
    assertEquals(
        VERSION,
        CodexExecutable.locate(CodexOptions.defaults(), Map.of("PATH", folder), NO_CACHE)
            .version());
    assertEquals(
        VERSION,
        CodexExecutable.locate(
                CodexOptions.defaults(),
                Map.of("PATH", "/nowhere", "TALARIA_CODEX", RealCodex.path().toString()),
                NO_CACHE)
            .version());
  }

  @Test
  void the_end_of_stdin_ends_the_app_server_with_exit_0() throws Exception {
    try (CodexProcess process = initialized()) {
      process.stdin().close();
      assertEquals(0, process.exit().get(40, TimeUnit.SECONDS));
    }
  }

  @Test
  void close_leaves_no_process() throws Exception {
    CodexProcess process = initialized();
    List<Long> below =
        ProcessHandle.of(process.pid())
            .orElseThrow()
            .descendants()
            .map(ProcessHandle::pid)
            .toList();
    assertTimeout(Duration.ofSeconds(40), process::close);
    assertFalse(Processes.runs(process.pid()));
    below.forEach(pid -> assertFalse(Processes.runs(pid)));
    assertEquals(0, process.exit().getNow(-1));
  }

  @Test
  void close_ends_npms_script_and_the_binary_below_it() throws Exception {
    CodexExecutable shim = new CodexExecutable(RealCodex.path(), VERSION);
    CodexProcess process = CodexProcess.start(shim, options);
    process.stdin().write(INITIALIZE.getBytes(UTF_8));
    process.stdin().flush();
    assertTrue(Processes.readLine(process.stdout()).contains("\"codexHome\""));
    List<Long> below =
        ProcessHandle.of(process.pid())
            .orElseThrow()
            .descendants()
            .map(ProcessHandle::pid)
            .toList();
    process.close();
    assertFalse(Processes.runs(process.pid()));
    below.forEach(pid -> assertFalse(Processes.runs(pid)));
  }

  @Test
  void what_stops_codex_at_its_start_is_in_the_tail() throws Exception {
    Files.writeString(home.resolve("config.toml"), "approval_policy = \"untrusted\"\n");
    if (MeasuredFact.UNTRUSTED_IN_CONFIG.isIn(VERSION)) {
      initialized().close();
      return;
    }
    try (CodexProcess process = CodexProcess.start(CodexExecutable.locate(options), options)) {
      assertEquals(1, process.exit().get(60, TimeUnit.SECONDS));
      assertTrue(process.stderrTail(20).contains("no longer supported"), process.stderrTail(20));
    }
  }

  @Test
  void the_child_is_out_of_reach_of_the_terminals_ctrl_c() throws Exception {
    try (CodexProcess child = initialized()) {
      String[] stat =
          Files.readString(Path.of("/proc/" + child.pid() + "/stat")).split("\\) ")[1].split(" ");
      assertEquals(Long.toString(child.pid()), stat[3], "a session of its own");
    }
  }

  @Test
  void sigterm_ends_codex_and_its_exit_code_tells_the_version() throws Exception {
    try (CodexProcess process = initialized()) {
      ProcessHandle.of(process.pid()).orElseThrow().destroy();
      boolean clean = MeasuredFact.CLEAN_EXIT_ON_SIGTERM.isIn(VERSION);
      assertEquals(clean ? 0 : 128 + 15, process.exit().get(60, TimeUnit.SECONDS));
    }
  }

  @Test
  void notifications_carry_their_time_where_the_version_says_so() throws Exception {
    try (CodexProcess process = CodexProcess.start(CodexExecutable.locate(options), options)) {
      process.stdin().write(INITIALIZE.getBytes(UTF_8));
      process
          .stdin()
          .write("{\"id\":2,\"method\":\"thread/start\",\"params\":{}}\n".getBytes(UTF_8));
      process.stdin().flush();
      String line = "";
      while (!line.contains("\"thread/started\"")) {
        line = Processes.readLine(process.stdout());
      }
      assertEquals(MeasuredFact.EMITTED_AT.isIn(VERSION), line.contains("\"emittedAtMs\":"));
    }
  }
}
