package dev.talaria.service;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.protocol.v2.CommandExecParams;
import dev.talaria.protocol.v2.CommandExecResponse;
import dev.talaria.protocol.v2.CommandExecTerminalSize;
import dev.talaria.protocol.v2.ProcessSpawnParams;
import dev.talaria.protocol.v2.ProcessTerminalSize;
import dev.talaria.protocol.v2.SandboxPolicy;
import dev.talaria.rpc.ConnectionLostException;
import dev.talaria.rpc.RpcException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Commands that the real Codex runs, in its sandbox and outside of it. */
@Timeout(300)
class RealExecServiceTest {

  private static ServiceLab lab;

  @TempDir Path workspace;

  /** What a command wrote. */
  private static final class Output implements RunningCommand.Output {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Override
    public synchronized void write(boolean toStderr, byte[] bytes) {
      (toStderr ? err : out).writeBytes(bytes);
    }

    synchronized String out() {
      return out.toString(StandardCharsets.UTF_8);
    }

    synchronized String err() {
      return err.toString(StandardCharsets.UTF_8);
    }
  }

  private final Output output = new Output();

  @BeforeAll
  static void start() throws Exception {
    lab = ServiceLab.start();
  }

  @AfterAll
  static void stop() throws IOException {
    if (lab != null) {
      lab.close();
    }
  }

  private static CommandExecParams shell(String script) {
    return CommandExecParams.of(List.of("/bin/sh", "-c", script));
  }

  private static int exit(RunningCommand command) throws Exception {
    return command.exit().get(120, TimeUnit.SECONDS);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void output_is_told_as_it_comes_and_all_of_it_before_the_exit() throws Exception {
    RunningCommand talk =
        lab.codex.exec().start(shell("echo one; echo two >&2; read x; exit 7"), output);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> output.out().equals("one\n") && output.err().equals("two\n"));
    talk.write(bytes("go\n")).get(60, TimeUnit.SECONDS);
    assertEquals(7, exit(talk));
    for (int i = 0; i < 100; i++) {
      Output all = new Output();
      String expected = "x".repeat(20_000) + i;
      int run = i;
      // Without a sandbox, which takes longer to make than all the rest.
      CommandExecParams much =
          shell("printf '%020000d%d' 0 " + run + " | tr 0 x >&2")
              .sandboxPolicy(SandboxPolicy.DangerFullAccess.of());
      RunningCommand quick = lab.codex.exec().start(much, all);
      // Read on the thread of the end, as a host would.
      String seen = quick.exit().thenApply(code -> all.err()).get(120, TimeUnit.SECONDS);
      assertEquals(expected.length(), seen.replaceAll("\\s", "").length(), "run " + i);
    }
  }

  @Test
  void a_command_without_a_listener_is_waited_for() throws Exception {
    CommandExecResponse done =
        lab.codex
            .exec()
            .run(
                shell("pwd; echo $COLOUR >&2; exit 3")
                    .cwd(workspace.toRealPath().toString())
                    .env(java.util.Map.of("COLOUR", "blue")));
    assertEquals(3, done.exitCode());
    assertEquals(workspace.toRealPath() + "\n", done.stdout());
    assertEquals("blue\n", done.stderr());
  }

  @Test
  void a_command_that_is_not_there_fails_in_the_sandbox_and_is_refused_without_one()
      throws Exception {
    CommandExecParams none = CommandExecParams.of(List.of("/no/such/command"));
    assertNotEquals(0, exit(lab.codex.exec().start(none, output)));
    assertTrue(output.err().contains("/no/such/command"), output::err);
    RunningCommand refused =
        lab.codex.exec().start(none.sandboxPolicy(SandboxPolicy.DangerFullAccess.of()), output);
    ExecutionException failure = assertThrows(ExecutionException.class, () -> exit(refused));
    assertInstanceOf(RpcException.class, failure.getCause());
  }

  @Test
  void the_sandbox_keeps_files_and_the_policy_of_the_call_opens_it() throws Exception {
    Path file = workspace.toRealPath().resolve("made.txt");
    CommandExecParams make = shell("echo hi > " + file);
    CommandExecResponse refused =
        lab.codex.exec().run(make.sandboxPolicy(SandboxPolicy.ReadOnly.of()));
    assertNotEquals(0, refused.exitCode());
    assertTrue(Files.notExists(file), refused.stderr());
    CommandExecResponse made =
        lab.codex
            .exec()
            .run(
                make.sandboxPolicy(
                    SandboxPolicy.WorkspaceWrite.of()
                        .writableRoots(List.of(workspace.toRealPath().toString()))));
    assertEquals(0, made.exitCode(), made.stderr());
    assertEquals("hi\n", Files.readString(file));
  }

  @Test
  void stdin_is_open_until_it_is_closed() throws Exception {
    RunningCommand cat = lab.codex.exec().start(shell("cat; echo end"), output);
    cat.write(bytes("a")).get(60, TimeUnit.SECONDS);
    cat.write(bytes("b")).get(60, TimeUnit.SECONDS);
    cat.closeStdin().get(60, TimeUnit.SECONDS);
    assertEquals(0, exit(cat));
    assertEquals("abend\n", output.out());
    ExecutionException late =
        assertThrows(
            ExecutionException.class, () -> cat.write(bytes("c")).get(60, TimeUnit.SECONDS));
    assertInstanceOf(RpcException.class, late.getCause());
  }

  @Test
  void a_command_is_terminated_with_what_it_started() throws Exception {
    RunningCommand sleeper =
        lab.codex.exec().start(shell("echo $$; sleep 600 & echo $!; wait"), output);
    await().atMost(Duration.ofSeconds(60)).until(() -> output.out().lines().count() == 2);
    sleeper.terminate().get(60, TimeUnit.SECONDS);
    assertNotEquals(0, exit(sleeper));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                lab.process
                    .descendants()
                    .noneMatch(
                        process -> process.info().commandLine().orElse("").contains("sleep 600")));
  }

  @Test
  void a_terminal_has_the_size_that_it_is_given_later() throws Exception {
    RunningCommand terminal =
        lab.codex
            .exec()
            .start(
                shell("stty size; read x; stty size")
                    .tty(true)
                    .size(CommandExecTerminalSize.of(90, 30)),
                output);
    await().atMost(Duration.ofSeconds(60)).until(() -> output.out().contains("30 90"));
    terminal.resize(40, 120).get(60, TimeUnit.SECONDS);
    terminal.write(bytes("\n")).get(60, TimeUnit.SECONDS);
    assertEquals(0, exit(terminal));
    assertTrue(output.out().contains("40 120"), output::out);
    RunningCommand plain = lab.codex.exec().start(shell("read x"), output);
    assertThrows(ExecutionException.class, () -> plain.resize(40, 120).get(60, TimeUnit.SECONDS));
    plain.closeStdin().get(60, TimeUnit.SECONDS);
    exit(plain);
  }

  @Test
  void a_command_has_no_limits_but_those_of_the_call() throws Exception {
    assertEquals(124, lab.codex.exec().run(shell("sleep 600").timeoutMs(200L)).exitCode());
    String directory = workspace.toRealPath().toString();
    String script = "sleep 11; head -c 3000000 /dev/zero; echo end";
    Output process = new Output();
    RunningCommand command = lab.codex.exec().start(shell(script), output);
    RunningCommand spawned =
        lab.codex
            .exec()
            .spawn(ProcessSpawnParams.of(List.of("sh", "-c", script), directory, "long"), process);
    assertEquals(0, lab.codex.exec().run(shell(script)).exitCode());
    for (Output all : List.of(output, process)) {
      assertEquals(0, exit(all == output ? command : spawned));
      assertEquals(3_000_004, all.out().length());
    }
    Output little = new Output();
    assertEquals(
        0, exit(lab.codex.exec().start(shell("echo 12345678").outputBytesCap(4L), little)));
    assertEquals("1234", little.out());
    assertEquals(
        124,
        exit(
            lab.codex
                .exec()
                .spawn(
                    ProcessSpawnParams.of(List.of("sleep", "600"), directory, "short")
                        .timeoutMs(200L),
                    little)));
  }

  @Test
  void a_refusal_is_thrown_as_such() {
    CommandExecParams empty = CommandExecParams.of(List.of());
    assertThrows(RpcException.class, () -> lab.codex.exec().run(empty));
  }

  @Test
  void a_process_runs_outside_of_the_sandbox() throws Exception {
    String directory = workspace.toRealPath().toString();
    RunningCommand process =
        lab.codex
            .exec()
            .spawn(
                ProcessSpawnParams.of(
                    List.of("/bin/sh", "-c", "read x; echo $x > made; echo out; echo err >&2"),
                    directory,
                    "p1"),
                output);
    process.write(bytes("hello\n")).get(60, TimeUnit.SECONDS);
    assertEquals(0, exit(process));
    assertEquals("hello\n", Files.readString(workspace.resolve("made")));
    assertEquals("out\n", output.out());
    assertEquals("err\n", output.err());
    for (int i = 0; i < 50; i++) {
      Output all = new Output();
      RunningCommand quick =
          lab.codex
              .exec()
              .spawn(
                  ProcessSpawnParams.of(
                      List.of("/bin/sh", "-c", "printf '%020000d' 0"), directory, "quick" + i),
                  all);
      String seen = quick.exit().thenApply(code -> all.out()).get(120, TimeUnit.SECONDS);
      assertEquals(20_000, seen.length(), "run " + i);
    }
  }

  @Test
  void a_process_with_a_terminal_is_resized_and_killed() throws Exception {
    RunningCommand process =
        lab.codex
            .exec()
            .spawn(
                ProcessSpawnParams.of(
                        List.of("/bin/sh", "-c", "stty size; read x; stty size; sleep 600"),
                        workspace.toRealPath().toString(),
                        "p2")
                    .tty(true)
                    .size(ProcessTerminalSize.of(90, 30)),
                output);
    await().atMost(Duration.ofSeconds(60)).until(() -> output.out().contains("30 90"));
    process.resize(40, 120).get(60, TimeUnit.SECONDS);
    process.write(bytes("\n")).get(60, TimeUnit.SECONDS);
    await().atMost(Duration.ofSeconds(60)).until(() -> output.out().contains("40 120"));
    process.terminate().get(60, TimeUnit.SECONDS);
    assertNotEquals(0, exit(process));
    assertThrows(
        RpcException.class,
        () ->
            lab.codex
                .exec()
                .spawn(
                    ProcessSpawnParams.of(List.of("/no/such/command"), workspace.toString(), "p3"),
                    output));
  }

  @Test
  void commands_fail_when_codex_is_gone() throws Exception {
    try (ServiceLab other = ServiceLab.start()) {
      RunningCommand command = other.codex.exec().start(shell("echo up; sleep 600"), output);
      RunningCommand process =
          other
              .codex
              .exec()
              .spawn(
                  ProcessSpawnParams.of(List.of("sleep", "600"), workspace.toString(), "p4"),
                  output);
      await().atMost(Duration.ofSeconds(60)).until(() -> output.out().equals("up\n"));
      other.process.destroyForcibly();
      for (RunningCommand lost : List.of(command, process)) {
        CompletionException failure =
            assertThrows(CompletionException.class, () -> lost.exit().join());
        assertInstanceOf(ConnectionLostException.class, failure.getCause());
      }
    }
  }
}
