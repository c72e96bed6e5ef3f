package dev.talaria.codex.process;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexExecutable;
import dev.talaria.codex.CodexNotFoundException;
import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.CodexVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StartFailureTest {

  @TempDir Path dir;

  @Test
  void a_missing_executable_is_a_failure_to_start() {
    CodexExecutable gone = new CodexExecutable(dir.resolve("gone"), CodexVersion.MINIMUM);
    CodexNotFoundException failure =
        assertThrows(
            CodexNotFoundException.class, () -> CodexProcess.start(gone, CodexOptions.defaults()));
    assertTrue(failure.getMessage().contains(dir.resolve("gone").toString()));
    assertTrue(failure.getCause() != null);
  }

  @Test
  void a_file_without_permission_is_a_failure_to_start() throws IOException {
    Path plain = Files.writeString(dir.resolve("plain"), "x");
    for (Path path : List.of(plain, dir)) {
      CodexExecutable executable = new CodexExecutable(path, CodexVersion.MINIMUM);
      CodexNotFoundException failure =
          assertThrows(
              CodexNotFoundException.class,
              () -> CodexProcess.start(executable, CodexOptions.defaults()));
      assertTrue(failure.getMessage().contains("not an executable file"), failure.getMessage());
    }
  }

  @Test
  void a_missing_working_directory_is_a_failure_to_start() throws IOException {
    Path script = Scripts.write(dir.resolve("codex"), "exec cat");
    Path file = Files.writeString(dir.resolve("file"), "x");
    for (Path directory : List.of(dir.resolve("gone"), file)) {
      CodexOptions options = CodexOptions.builder().workingDirectory(directory).build();
      TalariaException failure =
          assertThrows(
              TalariaException.class,
              () -> CodexProcess.start(new CodexExecutable(script, CodexVersion.MINIMUM), options));
      assertTrue(failure.getMessage().contains("no such directory"), failure.getMessage());
      assertTrue(failure.getCause() != null);
    }
  }

  @Test
  void a_file_that_is_no_program_is_a_failure_to_start_or_ends_at_once() throws Exception {
    Path odd = Scripts.write(dir.resolve("codex"), "x");
    Files.write(odd, new byte[] {0x7F, 'E', 'L', 'F', 0, 0, 0, 0});
    CodexExecutable executable = new CodexExecutable(odd, CodexVersion.MINIMUM);
    try (CodexProcess process = CodexProcess.start(executable, CodexOptions.defaults())) {
      assertFalse(process.exit().get(60, TimeUnit.SECONDS) == 0);
    } catch (TalariaException e) {
      assertTrue(e.getMessage().contains(odd.toString()), e.getMessage());
    }
  }
}
