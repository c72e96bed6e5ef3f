package dev.talaria.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.codex.CodexOptions;
import dev.talaria.fixtures.replay.Recording;
import dev.talaria.fixtures.replay.ReplayOptions;
import dev.talaria.fixtures.replay.ReplayServer;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.result.TurnResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The example in the fixtures' README, as a user's own test has it. */
class OwnAgentTest {

  private static final Path ROOT = Path.of(System.getProperty("talaria.root"));

  private final Path file = Recordings.PLAIN_TURNS;

  @Test
  void an_agent_is_tested_against_a_recording() throws IOException {
    Recording recording = Recording.read(file);
    ReplayOptions options = ReplayOptions.defaults();
    try (ReplayServer server = ReplayServer.start(recording, options);
        Codex codex = Codex.connect(server.input(), server.output(), CodexOptions.defaults());
        CodexSession session = codex.openSession(SessionOptions.builder().build())) {
      TurnResult result = session.runTurn("say hello");
      assertEquals("Hello.", result.finalText());
      assertEquals(List.of(), server.differences());
    }
  }

  @Test
  void the_readme_shows_the_code_that_runs_here() throws IOException {
    String readme = Files.readString(ROOT.resolve("fixtures/README.md"));
    Matcher shown = Pattern.compile("```java\n(Recording .*?)```", Pattern.DOTALL).matcher(readme);
    assertTrue(shown.find());
    String source =
        Files.readString(ROOT.resolve("src/core/test/java/dev/talaria/replay/OwnAgentTest.java"));
    assertTrue(source.contains(shown.group(1).indent(4)));
    assertTrue(shown.group(1).lines().count() <= 10);
  }
}
