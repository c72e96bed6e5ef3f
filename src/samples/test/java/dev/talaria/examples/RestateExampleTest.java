package dev.talaria.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.RestateServer;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.server.CodexServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The programs of the page on Restate, as they stand there, on the real server and Codex. */
@Timeout(180)
class RestateExampleTest {

  private static final Path ROOT = Path.of(System.getProperty("talaria.root"));

  @TempDir Path workspace;

  @Test
  void the_page_shows_the_programs_that_are_tested_here() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/restate.md"));
    for (String program : List.of("ServeRuns", "DecideRun")) {
      String source =
          Files.readString(
              ROOT.resolve("src/samples/test/java/dev/talaria/examples/" + program + ".java"));
      assertTrue(page.contains("```java\n" + source.split("\n\n", 2)[1] + "```"), program);
    }
  }

  @Test
  void a_run_waits_for_its_decision_on_restate() throws Exception {
    assumeTrue(PinnedCodex.selectedVersion().equals(PinnedCodex.pinnedVersion()));
    ModelScript script =
        ModelScript.builder()
            .reply(
                OutputItem.call(
                    "exec_command",
                    Map.of(
                        "cmd", "echo ran >> ran.txt",
                        "login", false,
                        "sandbox_permissions", "require_escalated",
                        "justification", "May I?")))
            .text("done")
            .build();
    try (RestateServer engine = RestateServer.start();
        ScriptedModel model = ScriptedModel.start(script);
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      String ingress = engine.ingress().toString();
      Process worker = start(home, ServeRuns.class, ingress, "0");
      try (BufferedReader said = worker.inputReader()) {
        engine.register(URI.create(said.readLine().substring("worker ".length())));
        Path folder = workspace.toRealPath();
        String asked = run(home, DecideRun.class, ingress, folder.toString(), "write it");
        assertTrue(asked.startsWith("WAITING\n"), asked);
        assertTrue(asked.contains("echo ran >> ran.txt"), asked);
        assertEquals(
            "COMPLETED",
            run(home, DecideRun.class, ingress, folder.toString(), "write it", "ALLOW"));
        assertEquals("ran\n", Files.readString(folder.resolve("ran.txt")));
      } finally {
        worker.destroyForcibly().waitFor();
        CodexServer.find(home.path()).ifPresent(CodexServer::stop);
      }
    }
  }

  private static String run(ScratchCodexHome home, Class<?> main, String... arguments)
      throws IOException {
    Process program = start(home, main, arguments);
    try (BufferedReader said = program.inputReader()) {
      return said.lines().collect(Collectors.joining("\n"));
    } finally {
      program.destroyForcibly();
    }
  }

  private static Process start(ScratchCodexHome home, Class<?> main, String... arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder program = new ProcessBuilder(command);
    program.environment().putAll(home.isolatedEnvironment());
    try {
      program.environment().put("TALARIA_CODEX", PinnedCodex.selected().executable().toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    return program.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
