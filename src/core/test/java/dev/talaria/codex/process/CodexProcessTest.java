package dev.talaria.codex.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.codex.CodexExecutable;
import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.CodexVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CodexProcessTest {

  /** Long before what is left alone would end by itself; a busy machine needs much less. */
  private static final Duration GUARD = Duration.ofSeconds(40);

  private static final CodexOptions IMPATIENT =
      CodexOptions.builder().closeTimeout(Duration.ofMillis(300)).build();

  @TempDir Path dir;

  private static CodexProcess run(String... lines) {
    return CodexProcess.run(Scripts.shell(lines), new HashMap<>(System.getenv()), IMPATIENT);
  }

  private static int exitOf(CodexProcess process) throws Exception {
    return process.exit().get(60, TimeUnit.SECONDS);
  }

  @Test
  void bytes_go_through_the_raw_streams_and_the_end_of_stdin_ends_the_child() throws Exception {
    try (CodexProcess process = run("exec cat")) {
      assertTrue(process.isAlive());
      process.stdin().write("{\"id\":1}\n".getBytes(UTF_8));
      process.stdin().flush();
      assertEquals("{\"id\":1}", Processes.readLine(process.stdout()));
      process.stdin().close();
      assertEquals(0, exitOf(process));
      assertEquals(-1, process.stdout().read());
    }
  }

  @Test
  void the_app_server_is_started_with_the_overrides_as_they_are() throws Exception {
    Path fake = Scripts.write(dir.resolve("codex"), "for a in \"$@\"; do echo \"$a\"; done; pwd");
    Path cwd = Files.createDirectories(dir.toRealPath().resolve("a dir"));
    CodexOptions options =
        IMPATIENT.toBuilder()
            .config("model_provider", "\"openai\"")
            .config("x.y", "{ a = 'b c', d = \"*$HOME\" }")
            .workingDirectory(cwd)
            .build();
    try (CodexProcess process =
        CodexProcess.start(new CodexExecutable(fake, CodexVersion.MINIMUM), options)) {
      assertEquals(
          List.of(
              "app-server",
              "-c",
              "model_provider=\"openai\"",
              "-c",
              "x.y={ a = 'b c', d = \"*$HOME\" }",
              cwd.toString()),
          new String(process.stdout().readAllBytes(), UTF_8).lines().toList());
    }
  }

  @Test
  void the_last_words_can_be_read_long_after_the_death() throws Exception {
    try (CodexProcess process =
        run("head -c 60000 /dev/zero | tr '\\0' x", "echo why >&2; exit 7")) {
      assertEquals(7, exitOf(process));
      assertFalse(process.isAlive());
      assertEquals("why", process.stderrTail(20));
      assertEquals(60_000, process.stdout().readAllBytes().length);
    }
  }

  @Test
  void what_is_written_at_once_before_a_death_is_never_lost() throws Exception {
    for (int i = 0; i < 50; i++) {
      try (CodexProcess process = run("echo crash " + i + " >&2; echo last; exit 1")) {
        process.exit().get(60, TimeUnit.SECONDS);
        assertEquals("crash " + i, process.stderrTail(5));
        assertEquals("last", Processes.readLine(process.stdout()));
      }
    }
  }

  @Test
  void the_tail_of_stderr_is_redacted_and_as_long_as_asked() throws Exception {
    try (CodexProcess process =
        run("printf 'one\\n\\033[31mtwo\\033[0m token=abcdefgh123\\nthree' >&2; exit 0")) {
      exitOf(process);
      assertEquals("two token=[redacted]\nthree", process.stderrTail(2));
      assertEquals("one\ntwo token=[redacted]\nthree", process.stderrTail(100));
      assertEquals("", process.stderrTail(0));
    }
  }

  @Test
  void of_many_lines_before_a_death_exactly_the_last_500_are_kept() throws Exception {
    try (CodexProcess process =
        run("i=0; while [ $i -lt 2000 ]; do i=$((i + 1)); echo line $i; done >&2; exit 9")) {
      assertEquals(9, exitOf(process));
      List<String> lines = process.stderrTail(10_000).lines().toList();
      assertEquals(500, lines.size());
      assertEquals("line 1501", lines.get(0));
      assertEquals("line 2000", lines.get(499));
    }
  }

  @Test
  void a_secret_of_the_environment_is_masked_wherever_it_stands() throws Exception {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("BUILD_PASSWORD", "correct horse");
    environment.put("DEPLOY_TOKEN", "correct horse battery");
    environment.put("SHORT_KEY", "is");
    try (CodexProcess process =
        CodexProcess.run(
            Scripts.shell("echo \"this is $DEPLOY_TOKEN, $BUILD_PASSWORD.\" >&2; exit 1"),
            environment,
            IMPATIENT)) {
      exitOf(process);
      assertEquals("this is [redacted], [redacted].", process.stderrTail(1));
    }
  }

  @Test
  void a_flood_on_stderr_does_not_block_the_child() throws Exception {
    try (CodexProcess process =
        run("yes 'some line of log' | head -c 10000000 >&2; echo; echo end >&2; echo done")) {
      assertEquals("", Processes.readLine(process.stdout()));
      assertEquals("done", Processes.readLine(process.stdout()));
      exitOf(process);
      String[] lines = process.stderrTail(10_000).split("\n");
      assertEquals(OutputTail.LINES, lines.length);
      assertTrue(lines[499].endsWith("end"), lines[499]);
    }
  }

  @Test
  void a_child_that_ignores_sigterm_is_killed() throws Exception {
    CodexProcess process = run("trap '' TERM; echo ready; while :; do sleep 0.2; done");
    assertEquals("ready", Processes.readLine(process.stdout()));
    assertTimeout(GUARD, process::close);
    assertFalse(Processes.runs(process.pid()));
    assertEquals(137, process.exit().getNow(-1));
  }

  @Test
  void a_child_that_ignores_the_end_of_stdin_is_signalled() throws Exception {
    CodexProcess process = run("echo ready; exec sleep 600");
    assertEquals("ready", Processes.readLine(process.stdout()));
    process.close();
    assertFalse(Processes.runs(process.pid()));
    assertEquals(143, process.exit().getNow(-1));
  }

  @Test
  void a_grandchild_in_a_session_of_its_own_that_holds_the_pipes_ends_too() throws Exception {
    CodexProcess process =
        run("setsid sh -c 'trap \"\" TERM; echo $$; while :; do sleep 1; done' & exec cat");
    long grandchild = Processes.readPid(process.stdout());
    assertTimeout(GUARD, process::close);
    assertFalse(Processes.runs(grandchild));
    assertEquals(0, process.exit().getNow(-1), "the child itself went at the end of its stdin");
    assertEquals(-1, process.stdout().read());
  }

  @Test
  void what_left_the_tree_before_anybody_looked_ends_too() throws Exception {
    CodexProcess process =
        run(
            "sh -c 'setsid sleep 600 >/dev/null 2>&1 & echo $!' | { read pid; echo $pid; }; exec cat");
    long orphan = Processes.readPid(process.stdout());
    assertTrue(Processes.runs(orphan));
    assertTimeout(GUARD, process::close);
    assertFalse(Processes.runs(orphan));
  }

  @Test
  void the_exit_is_told_though_a_grandchild_holds_the_pipes() throws Exception {
    CodexProcess process = run("sleep 600 & echo $!; read -r go; echo bye >&2; exit 5");
    long grandchild = Processes.readPid(process.stdout());
    // The picture of the child's children is taken once a second.
    await().pollDelay(Duration.ofMillis(1_500)).until(() -> Processes.runs(grandchild));
    process.stdin().write('\n');
    process.stdin().flush();
    assertEquals(5, exitOf(process));
    assertTimeout(GUARD, () -> assertEquals("bye", process.stderrTail(1)));
    process.close();
    assertFalse(Processes.runs(grandchild), "what a dead child left behind ends with close");
  }

  @Test
  void what_the_child_starts_while_it_goes_ends_too() throws Exception {
    CodexProcess process = run("echo ready; cat; setsid sleep 600 & echo $!; sleep 0.2");
    assertEquals("ready", Processes.readLine(process.stdout()));
    CompletableFuture<Long> late =
        CompletableFuture.supplyAsync(() -> Processes.readPid(process.stdout()));
    process.close();
    assertFalse(Processes.runs(late.get(60, TimeUnit.SECONDS)));
  }

  @Test
  void a_whole_tree_that_ignores_everything_is_gone_after_close() throws Exception {
    Path pids = dir.resolve("pids");
    CodexProcess process =
        run(
            "trap '' TERM HUP INT",
            "for i in 1 2 3; do setsid sh -c 'echo $$ >> " + pids + "; sleep 600' & done",
            "while [ \"$(wc -l < " + pids + ")\" != 3 ]; do sleep 0.05; done 2>/dev/null",
            "echo ready; while :; do sleep 0.2; done");
    assertEquals("ready", Processes.readLine(process.stdout()));
    process.close();
    for (String pid : Files.readAllLines(pids)) {
      assertFalse(Processes.runs(Long.parseLong(pid)), pid);
    }
  }

  @Test
  void closing_does_not_wait_for_a_writer_that_a_deaf_child_blocks() throws Exception {
    CodexProcess process = run("echo ready; exec sleep 600");
    assertEquals("ready", Processes.readLine(process.stdout()));
    CompletableFuture<Exception> writer = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try (OutputStream out = process.stdin()) {
                out.write(new byte[5_000_000]);
                writer.complete(null);
              } catch (IOException e) {
                writer.complete(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    await().until(() -> thread.getStackTrace().length > 0 && isWriting(thread));
    assertTimeout(GUARD, process::close);
    assertTrue(writer.get(60, TimeUnit.SECONDS) instanceof IOException);
  }

  private static boolean isWriting(Thread thread) {
    return thread.getStackTrace()[0].getMethodName().startsWith("writeBytes");
  }

  @Test
  void closing_is_idempotent_and_every_closer_waits_for_the_end() throws Exception {
    CodexProcess process = run("trap '' TERM; echo ready; while :; do sleep 0.2; done");
    assertEquals("ready", Processes.readLine(process.stdout()));
    List<CompletableFuture<Boolean>> closers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      CompletableFuture<Boolean> closer = new CompletableFuture<>();
      closers.add(closer);
      new Thread(
              () -> {
                process.close();
                closer.complete(process.isAlive());
              })
          .start();
    }
    for (CompletableFuture<Boolean> closer : closers) {
      assertFalse(closer.get(60, TimeUnit.SECONDS));
    }
    assertDoesNotThrow(process::close);
  }

  @Test
  void the_exit_may_be_answered_with_a_close() throws Exception {
    CodexProcess process = run("exit 0");
    assertDoesNotThrow(() -> process.exit().thenRun(process::close).get(60, TimeUnit.SECONDS));
  }

  @Test
  void an_interrupt_shortens_the_close_and_is_kept() throws Exception {
    CodexOptions patient = CodexOptions.builder().closeTimeout(Duration.ofMinutes(5)).build();
    CodexProcess process =
        CodexProcess.run(
            Scripts.shell("trap '' TERM; echo ready; while :; do sleep 0.2; done"),
            new HashMap<>(System.getenv()),
            patient);
    assertEquals("ready", Processes.readLine(process.stdout()));
    Thread.currentThread().interrupt();
    assertTimeout(GUARD, process::close);
    assertTrue(Thread.interrupted());
    assertFalse(Processes.runs(process.pid()));
  }

  @Test
  void a_reader_that_waits_when_the_child_is_closed_sees_the_end() throws Exception {
    CodexProcess process = run("exec cat");
    CompletableFuture<Integer> read =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return process.stdout().read();
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    process.close();
    assertEquals(-1, read.get(60, TimeUnit.SECONDS));
    assertEquals(-1, process.stdout().read());
  }

  @Test
  void nobody_can_complete_the_exit_for_others() throws Exception {
    try (CodexProcess process = run("exec cat")) {
      assertNotSame(process.exit(), process.exit());
      process.exit().complete(99);
      assertFalse(process.exit().isDone());
      process.stdin().close();
      assertEquals(0, exitOf(process));
    }
  }

  @Test
  void no_thread_is_left_behind() {
    CodexProcess process = run("exec cat");
    long pid = process.pid();
    process.close();
    await()
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().endsWith("-" + pid)));
  }
}
