package dev.talaria.codex.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.codex.CodexExecutable;
import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.RealCodex;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the child when the JVM that owns it ends without closing it. */
@Timeout(360)
class JvmEndTest {

  /** Whether it ends is tested, not how fast a busy machine does it. */
  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir Path dir;

  private final List<Process> jvms = new ArrayList<>();

  /** Starts a child, prints process numbers, then does as it is told and waits. */
  static final class Owner {

    private Owner() {}

    public static void main(String[] arguments) throws IOException {
      CodexOptions options = CodexOptions.builder().codexHome(Path.of(arguments[1])).build();
      CodexProcess process;
      if (arguments[0].equals("real")) {
        Path codex = Path.of(arguments[2]);
        CodexOptions real = options.toBuilder().executable(codex).build();
        process = CodexProcess.start(CodexExecutable.locate(real), real);
        System.out.println(process.pid());
      } else {
        process =
            CodexProcess.run(Scripts.shell(arguments[2]), new HashMap<>(System.getenv()), options);
        System.out.println(process.pid());
        System.out.println(Processes.readPid(process.stdout()));
      }
      if (System.in.read() == 'x') {
        System.exit(3);
      }
    }
  }

  private Process owner(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Owner.class.getName()));
    command.addAll(List.of(arguments));
    Process jvm =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    jvms.add(jvm);
    return jvm;
  }

  @AfterEach
  void end_what_a_failed_test_has_left() {
    jvms.forEach(Process::destroyForcibly);
  }

  private static void awaitEnd(Process jvm) throws InterruptedException {
    assertTrue(jvm.waitFor(SOON.toSeconds(), TimeUnit.SECONDS), "the JVM did not end");
  }

  private Process ownerOfRealCodex() throws IOException {
    return owner("real", dir.toString(), RealCodex.path().toString());
  }

  private Process ownerOf(String script) throws IOException {
    return owner("fake", dir.toString(), script);
  }

  @Test
  void codex_goes_when_the_jvm_is_killed() throws Exception {
    Process jvm = ownerOfRealCodex();
    long codex = Processes.readPid(jvm.getInputStream());
    assertTrue(Processes.runs(codex));
    jvm.destroyForcibly().waitFor();
    Processes.awaitEnd(codex, SOON);
  }

  @Test
  void codex_goes_when_the_jvm_is_terminated() throws Exception {
    Process jvm = ownerOfRealCodex();
    long codex = Processes.readPid(jvm.getInputStream());
    jvm.destroy();
    awaitEnd(jvm);
    Processes.awaitEnd(codex, SOON);
  }

  @Test
  void codex_goes_when_the_jvm_and_codex_are_interrupted_together() throws Exception {
    Process jvm = ownerOfRealCodex();
    long codex = Processes.readPid(jvm.getInputStream());
    Processes.interrupt(jvm.pid(), codex);
    awaitEnd(jvm);
    Processes.awaitEnd(codex, SOON);
  }

  @Test
  void codex_goes_when_the_jvm_exits() throws Exception {
    Process jvm = ownerOfRealCodex();
    long codex = Processes.readPid(jvm.getInputStream());
    jvm.getOutputStream().write('x');
    jvm.getOutputStream().flush();
    awaitEnd(jvm);
    assertEquals(3, jvm.exitValue());
    Processes.awaitEnd(codex, SOON);
  }

  @Test
  void an_unclosed_child_does_not_keep_the_jvm_from_ending() throws Exception {
    Process jvm = ownerOfRealCodex();
    long codex = Processes.readPid(jvm.getInputStream());
    jvm.getOutputStream().close();
    awaitEnd(jvm);
    assertEquals(0, jvm.exitValue());
    Processes.awaitEnd(codex, SOON);
  }

  @Test
  void a_stubborn_tree_goes_when_the_jvm_is_terminated() throws Exception {
    Process jvm =
        ownerOf(
            "trap '' TERM HUP; setsid sh -c 'trap \"\" TERM; echo $$; while :; do sleep 1; done' &"
                + " while :; do sleep 1; done");
    long child = Processes.readPid(jvm.getInputStream());
    long grandchild = Processes.readPid(jvm.getInputStream());
    jvm.destroy();
    awaitEnd(jvm);
    Processes.awaitEnd(child, SOON);
    Processes.awaitEnd(grandchild, SOON);
  }
}
