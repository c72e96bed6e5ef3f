package dev.talaria.codex.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.talaria.codex.process.ProcessTree.ChildMark;
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
