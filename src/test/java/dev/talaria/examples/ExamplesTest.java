package dev.talaria.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.fixtures.ModelScript;
import dev.talaria.fixtures.OutputItem;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.ScriptedModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs of the docs, as they stand there, on the real Codex. */
class ExamplesTest {

  private static final Path ROOT = Path.of(System.getProperty("talaria.root"));

  @TempDir Path workspace;

  @Test
  void the_readme_shows_the_program_that_is_tested_here() throws IOException {
    String source =
        Files.readString(ROOT.resolve("src/test/java/dev/talaria/examples/FirstTurn.java"));
    String shown = source.substring(source.indexOf("public final class"));
    assertTrue(Files.readString(ROOT.resolve("README.md")).contains("```java\n" + shown + "```"));
  }

  @Test
  void the_readme_program_runs_a_turn() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .reply(
                OutputItem.call(
                    "exec_command",
                    Map.of(
                        "cmd", "echo hello > hello.txt",
                        "sandbox_permissions", "require_escalated",
                        "justification", "write a file")))
            .text("I wrote it.")
            .build();
    try (ScriptedModel model = ScriptedModel.start(script);
        ScratchCodexHome home =
            ScratchCodexHome.builder(model.baseUrl())
                .rootKey("sandbox_mode", "read-only")
                .create()) {
      Path out = workspace.resolve("out.txt");
      ProcessBuilder program =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-cp",
              System.getProperty("java.class.path"),
              FirstTurn.class.getName(),
              workspace.toString(),
              "write a file");
      program.environment().putAll(home.isolatedEnvironment());
      program.environment().put("TALARIA_CODEX", PinnedCodex.selected().executable().toString());
      program.redirectOutput(out.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT);
      Process process = program.start();
      try {
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue());
      } finally {
        process.destroyForcibly();
      }
      String printed = Files.readString(out, StandardCharsets.UTF_8);
      assertTrue(printed.contains("Codex asks: Command["), printed);
      assertTrue(printed.contains("COMPLETED: I wrote it."), printed);
      assertEquals("hello\n", Files.readString(workspace.resolve("hello.txt")));
    }
  }
}
