package dev.talaria.codex.process;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.talaria.codex.process.ProcessTree.ChildMark;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What bears the mark is found whatever it is doing at that moment. */
@Timeout(120)
class ProcessTreeTest {

  @TempDir Path dir;
  private final ChildMark mark = new ChildMark();

  @BeforeEach
  void onLinuxOnly() {
    assumeTrue(Platform.CURRENT.isLinux(), "the mark is read from /proc");
  }

  /** The system shows no environment while a process starts another program in its place. */
  @Test
  void a_process_that_starts_another_program_in_its_place() throws Exception {
    Process process = start("exec \"$0\"");
    assertEquals(300, foundIn(300));
    process.destroyForcibly().waitFor();
  }

  @Test
  void a_process_whose_parent_started_it_and_went() throws Exception {
    Process process = start("sleep 0.3", "[ -e " + dir + "/end ] || \"$0\" &");
    assertEquals(200, foundIn(200));
    dir.resolve("end").toFile().createNewFile();
    process.waitFor();
  }

  /** It has no environment; were it taken for ended, each look would be at the whole machine. */
  @Test
  void a_kernel_thread_has_not_ended() throws Exception {
    Path second = Path.of("/proc/2");
    assumeTrue(
        Files.exists(second) && Files.readString(second.resolve("comm")).equals("kthreadd\n"),
        "the kernel's threads are not seen from here");
    try {
      assertEquals("\0", ChildMark.environment(ProcessHandle.of(2).orElseThrow()));
    } catch (AccessDeniedException e) {
      assumeTrue(false, "a user who may not look at them: " + e);
    }
  }

  @Test
  void a_zombie_has_ended() throws Exception {
    Process parent =
        start(
            "while ! [ -e " + dir + "/end ]; do sleep 0.01; done &",
            // Another program in its place, which collects nothing.
            "exec sh -c \"echo $!; exec sleep 100\"");
    ProcessHandle zombie =
        ProcessHandle.of(Long.parseLong(parent.inputReader().readLine())).orElseThrow();
    dir.resolve("end").toFile().createNewFile();
    await().until(() -> !ProcessTree.isRunning(zombie));
    assertThrows(NoSuchFileException.class, () -> ChildMark.environment(zombie));
    parent.destroyForcibly().waitFor();
  }

  private Process start(String... lines) throws Exception {
    Path script = Scripts.write(dir.resolve("script"), lines);
    ProcessBuilder builder = new ProcessBuilder(script.toString());
    builder.environment().putAll(mark.on(Map.of()));
    return builder.start();
  }

  private long foundIn(int looks) {
    return Stream.generate(() -> !mark.bearers().isEmpty())
        .limit(looks)
        .filter(found -> found)
        .count();
  }
}
