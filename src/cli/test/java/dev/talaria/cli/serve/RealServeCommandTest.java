package dev.talaria.cli.serve;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.cli.CommandRun;
import dev.talaria.cli.TalariaJvm;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.server.CodexServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code talaria serve} with the real Codex; each test ends its server. */
@Timeout(240)
class RealServeCommandTest {

  private static final String WS = "ws://127.0.0.1:0";
  private static final Duration SOON = Duration.ofSeconds(120);

  @TempDir Path folder;

  private ScratchCodexHome home;
  private Process process;

  @BeforeEach
  void make_a_home() throws IOException {
    // No turn runs, so nobody asks the model.
    home = ScratchCodexHome.builder("http://127.0.0.1:9/v1").create();
  }

  @AfterEach
  void end_what_a_failed_test_has_left() throws IOException {
    try {
      if (process != null) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
      CodexServer.find(home.path()).ifPresent(server -> server.stop(Duration.ZERO));
    } finally {
      home.close();
    }
  }

  /** 0.125.0 closes whatever connects to its unix socket. */
  private static boolean takesUnixSockets() {
    return !PinnedCodex.selectedVersion().equals("0.125.0");
  }

  private List<String> line(String command, String... more) throws Exception {
    List<String> line = new ArrayList<>(List.of(command.split(" ")));
    line.addAll(List.of("--codex-home", home.path().toString()));
    if (!command.contains("status") && !command.contains("stop")) {
      line.addAll(List.of("--codex", PinnedCodex.selected().executable().toString()));
    }
    line.addAll(List.of(more));
    return line;
  }

  private CommandRun serve(String command, String... more) throws Exception {
    return CommandRun.of(line(command, more).toArray(String[]::new));
  }

  @Test
  void a_server_is_started_shown_and_stopped() throws Exception {
    CommandRun started = serve("serve", "--listen", WS);
    assertEquals(0, started.exit(), started.err());
    CodexServer server = CodexServer.find(home.path()).orElseThrow();
    List<String> rows =
        List.of(
            "address     " + server.address(),
            "pid         " + server.pid(),
            "codex       " + PinnedCodex.selectedVersion(),
            "home        " + home.path(),
            "log         " + server.logFile(),
            "token file  " + server.tokenFile().orElseThrow());
    assertEquals(rows, started.out().lines().toList());
    assertTrue(started.err().contains("'talaria serve stop'"), started.err());
    String token = Files.readString(server.tokenFile().get());

    CommandRun again = serve("serve start");
    assertEquals(0, again.exit(), again.err());
    assertEquals(started.out(), again.out());
    assertEquals("It ran already.\n", again.err());

    CommandRun status = serve("serve status");
    assertEquals(0, status.exit(), status.err());
    assertEquals(started.out(), status.out());
    assertEquals("It answers.\n", status.err());

    CommandRun stopped = serve("serve stop", "--grace", "90s");
    assertEquals(0, stopped.exit(), stopped.err());
    assertEquals("Process " + server.pid() + " has ended.\n", stopped.err());
    assertFalse(server.isAlive());
    for (CommandRun run : List.of(started, again, status, stopped)) {
      assertFalse((run.out() + run.err()).contains(token));
    }

    CommandRun none = serve("serve status");
    assertEquals(1, none.exit());
    assertEquals("", none.out());
    assertEquals("No server runs in " + home.path() + ".\n", none.err());
    assertEquals(0, serve("serve stop").exit());
  }

  @Test
  void json_is_one_document() throws Exception {
    CommandRun first = serve("serve start", "--json", "--listen", WS);
    assertEquals(0, first.exit(), first.err());
    JsonNode started = first.json();
    assertTrue(started.path("running").asBoolean());
    assertTrue(started.path("started").asBoolean());
    assertEquals(PinnedCodex.selectedVersion(), started.path("version").asText());
    assertTrue(started.path("address").asText().startsWith("ws://127.0.0.1:"));
    assertTrue(Files.isRegularFile(Path.of(started.path("tokenFile").asText())));

    JsonNode found = serve("serve", "--json").json();
    assertFalse(found.path("started").asBoolean(true));
    assertEquals(started.path("pid"), found.path("pid"));
    JsonNode status = serve("serve status", "--json").json();
    assertTrue(status.path("ready").asBoolean());
    assertEquals(started.path("address"), status.path("address"));
    assertEquals("{\"running\":false,\"pid\":" + started.path("pid") + "}", compact("serve stop"));
    assertEquals("{\"running\":false}", compact("serve status"));
    assertEquals("{\"running\":false}", compact("serve stop"));
  }

  private String compact(String command) throws Exception {
    return serve(command, "--json").json().toString();
  }

  @Test
  void a_server_that_listens_elsewhere_is_not_what_was_asked_for() throws Exception {
    assumeTrue(takesUnixSockets(), "it takes no unix sockets");
    assertEquals(0, serve("serve", "--listen", "unix").exit());
    assertEquals(0, serve("serve", "--listen", "unix").exit());
    CommandRun other = serve("serve", "--listen", WS);
    assertEquals(1, other.exit());
    assertTrue(other.err().contains("listens on unix://"), other.err());
    assertEquals(0, serve("serve stop").exit());
  }

  @Test
  void a_unix_socket_on_a_codex_without_them_is_exit_code_3() throws Exception {
    assumeTrue(!takesUnixSockets(), "it takes them");
    CommandRun run = serve("serve");
    assertEquals(3, run.exit());
    assertTrue(run.err().contains("ws://127.0.0.1:0"), run.err());
  }

  @Test
  void an_address_for_other_machines_is_misuse() throws Exception {
    CommandRun run = serve("serve", "--listen", "ws://0.0.0.0:4500");
    assertEquals(2, run.exit());
    assertTrue(run.err().contains("for this machine only"), run.err());
    assertEquals(List.of(), ourFiles());
  }

  private List<String> ourFiles() throws IOException {
    try (Stream<Path> files = Files.list(home.path())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(".talaria"))
          .toList();
    }
  }

  private CodexServer inForeground(Path output, String... more) throws Exception {
    List<String> words = line("serve", "--listen", WS, "--foreground");
    words.addAll(List.of(more));
    List<String> command = TalariaJvm.command(words.toArray(String[]::new));
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    await()
        .atMost(SOON)
        .until(
            () -> {
              assertTrue(process.isAlive(), Files.readString(output));
              return Files.readString(output).contains("token file");
            });
    return CodexServer.find(home.path()).orElseThrow();
  }

  @Test
  void in_the_foreground_it_stays_until_it_is_terminated() throws Exception {
    Path output = folder.resolve("output");
    CodexServer server = inForeground(output);
    Path refused = folder.resolve("refused");
    Process second =
        new ProcessBuilder(TalariaJvm.command(line("serve", "--foreground").toArray(String[]::new)))
            .redirectErrorStream(true)
            .redirectOutput(refused.toFile())
            .start();
    assertEquals(1, second.waitFor());
    assertTrue(Files.readString(refused).contains("runs already"), Files.readString(refused));

    process.destroy();
    assertTrue(process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS));
    assertEquals(0, process.exitValue(), Files.readString(output));
    assertFalse(server.isAlive());
    assertEquals(1, serve("serve status").exit());
  }

  @Test
  void it_ends_when_no_thread_was_loaded_for_so_long() throws Exception {
    Path output = folder.resolve("output");
    CodexServer server = inForeground(output, "--idle-end", "500ms");
    assertTrue(process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS));
    assertEquals(0, process.exitValue(), Files.readString(output));
    assertTrue(
        Files.readString(output).contains("No thread was loaded for"), Files.readString(output));
    assertFalse(server.isAlive());
    CommandRun misuse = serve("serve", "--idle-end", "1m");
    assertEquals(2, misuse.exit());
    assertTrue(misuse.err().contains("--foreground"), misuse.err());
  }

  @Test
  void in_the_foreground_it_ends_with_a_server_that_dies() throws Exception {
    Path output = folder.resolve("output");
    CodexServer server = inForeground(output);
    ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();
    assertTrue(process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS));
    assertEquals(1, process.exitValue(), Files.readString(output));
    assertTrue(Files.readString(output).contains("ended by itself"), Files.readString(output));
    assertFalse(Files.exists(home.path().resolve(".talaria-server.json")));
  }

  private static boolean runs(ProcessHandle one) {
    try {
      // An orphan that nobody reaps stays behind as a zombie; it runs no more.
      return one.isAlive()
          && !Files.readString(Path.of("/proc/" + one.pid() + "/stat")).contains(") Z ");
    } catch (IOException e) {
      return false;
    }
  }

  /** The terminal is that of {@code script} of util-linux. */
  @Test
  void the_server_goes_on_when_its_terminal_is_closed() throws Exception {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(entry -> Files.isExecutable(Path.of(entry, "script"))),
        "script (util-linux) is not installed here");
    List<String> words =
        TalariaJvm.command(line("serve", "--listen", WS).toArray(String[]::new)).stream()
            .map(word -> "'" + word + "'")
            .toList();
    Path output = folder.resolve("output");
    process =
        new ProcessBuilder(
                "script", "-q", "-c", String.join(" ", words) + "; echo done; cat", "/dev/null")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    await().atMost(SOON).until(() -> Files.readString(output).contains("done"));
    CodexServer server = CodexServer.find(home.path()).orElseThrow();
    List<ProcessHandle> onTerminal = process.descendants().toList();
    assertFalse(onTerminal.isEmpty());
    process.destroyForcibly().waitFor();
    await().atMost(SOON).until(() -> onTerminal.stream().noneMatch(RealServeCommandTest::runs));
    assertTrue(server.isReady());
    assertEquals(0, serve("serve stop").exit());
    assertFalse(server.isAlive());
  }

  @Test
  void the_server_goes_on_when_the_program_that_was_in_the_foreground_is_killed() throws Exception {
    CodexServer server = inForeground(folder.resolve("output"));
    process.destroyForcibly().waitFor();
    assertTrue(server.isReady());
    assertNotEquals(process.pid(), server.pid());
    assertEquals(0, serve("serve stop").exit());
    assertFalse(server.isAlive());
  }
}
