package dev.talaria.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.talaria.fixtures.PinnedCodex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is left of a program whose terminal is closed: no process and no scratch folder. The
 * terminal is that of {@code script} of util-linux; where there is none, those tests say so, and
 * the signal alone is tested.
 */
@Timeout(180)
class RealHangUpTest {

  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration END = Duration.ofSeconds(20);

  @TempDir Path folder;

  private Path temporary;
  private Path output;
  private Process started;
  private List<ProcessHandle> all = List.of();

  @BeforeEach
  void prepare() throws IOException {
    temporary = Files.createDirectories(folder.toRealPath().resolve("tmp"));
    output = folder.resolve("output");
  }

  @AfterEach
  void end() {
    all.forEach(ProcessHandle::destroyForcibly);
    if (started != null) {
      started.descendants().forEach(ProcessHandle::destroyForcibly);
      started.destroyForcibly();
    }
  }

  private List<String> program(String... arguments) {
    return TalariaJvm.command(List.of("-Djava.io.tmpdir=" + temporary), List.of(arguments));
  }

  private void start(List<String> command, String path) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("TALARIA_CACHE", PinnedCodex.defaultCache().toString());
    builder.environment().put("TERM", "xterm-256color");
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("PATH", path);
    started = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
  }

  /** On a terminal of its own, which goes with the process that was started. */
  private void onTerminal(boolean deaf, String... arguments) throws IOException {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(entry -> Files.isExecutable(Path.of(entry, "script"))),
        "script (util-linux) is not installed here");
    String line = (deaf ? "trap '' HUP; " : "") + "exec " + quoted(program(arguments));
    start(List.of("script", "-q", "-c", line, "/dev/null"), System.getenv("PATH"));
  }

  private static String quoted(List<String> command) {
    return String.join(" ", command.stream().map(word -> "'" + word + "'").toList());
  }

  private void awaitOutput(String text) {
    await()
        .pollInterval(Duration.ofMillis(20))
        .atMost(START)
        .until(() -> Files.readString(output), read -> read.contains(text));
    all = started.descendants().toList();
  }

  private void assertNothingIsLeft() {
    await()
        .atMost(END)
        .untilAsserted(
            () -> {
              assertEquals(List.of(), all.stream().filter(RealHangUpTest::runs).toList());
              assertEquals(List.of(), names(temporary));
            });
  }

  private static boolean runs(ProcessHandle process) {
    try {
      // An orphan that nobody reaps stays behind as a zombie; it runs no more.
      return process.isAlive()
          && !Files.readString(Path.of("/proc/" + process.pid() + "/stat")).contains(") Z ");
    } catch (IOException e) {
      return false;
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private void assertWorks() throws IOException {
    Predicate<ProcessHandle> isCodex =
        process -> process.info().command().orElse("").endsWith("/codex");
    assertTrue(all.stream().anyMatch(isCodex), all.toString());
    assertFalse(names(temporary).isEmpty());
  }

  @Test
  void a_demo_whose_terminal_is_closed_leaves_nothing() throws Exception {
    onTerminal(false, "demo");
    awaitOutput("Turn 1");
    assertWorks();
    started.destroyForcibly().waitFor();
    assertNothingIsLeft();
  }

  @Test
  void a_chat_whose_terminal_is_closed_leaves_nothing() throws Exception {
    for (boolean deaf : new boolean[] {false, true}) {
      onTerminal(deaf, "chat", "--scripted", script().toString());
      awaitOutput("/help lists the commands");
      assertWorks();
      started.destroyForcibly().waitFor();
      assertNothingIsLeft();
    }
  }

  /** Without a terminal of its own: the signal that a closed one sends. */
  @Test
  void a_demo_that_is_hung_up_or_terminated_leaves_nothing() throws Exception {
    for (String signal : List.of("-HUP", "-TERM")) {
      start(program("demo"), System.getenv("PATH"));
      awaitOutput("Turn 1");
      assertWorks();
      new ProcessBuilder("kill", signal, Long.toString(started.pid())).start().waitFor();
      started.waitFor();
      assertNothingIsLeft();
    }
  }

  @Test
  void an_installation_that_is_hung_up_leaves_no_npm_and_no_folder() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path cache = folder.resolve("cache");
    executable(bin.resolve("node"), "exit 9");
    executable(bin.resolve("npm"), "echo begun; exec /bin/sleep 300");
    ProcessBuilder builder = new ProcessBuilder(program("codex", "install"));
    builder.environment().put("TALARIA_CACHE", cache.toString());
    builder.environment().put("PATH", bin.toString());
    started = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    awaitOutput("npm: begun");
    assertEquals(1, all.size(), all.toString());
    new ProcessBuilder("kill", "-HUP", Long.toString(started.pid())).start().waitFor();
    started.waitFor();
    assertNothingIsLeft();
    assertEquals(List.of(PinnedCodex.pinnedVersion() + ".lock"), names(cache.resolve("codex")));
  }

  private static void executable(Path file, String line) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + line + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  private static Path script() {
    return Path.of(System.getProperty("talaria.root"), "fixtures/scripts/chat.json");
  }
}
