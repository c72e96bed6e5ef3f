package dev.talaria.cli.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.talaria.cli.CommandRun;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.server.CodexServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Commands that attach to a server, with the real Codex. */
@Timeout(240)
class RealAttachCommandTest {

  @TempDir Path folder;

  private static CommandRun command(ScratchCodexHome home, String... words) throws Exception {
    List<String> line = new ArrayList<>(List.of(words[0]));
    line.addAll(List.of("--codex-home", home.path().toString()));
    line.addAll(List.of("--codex", PinnedCodex.selected().executable().toString()));
    line.addAll(List.of(words).subList(1, words.length));
    return CommandRun.of(line.toArray(String[]::new));
  }

  @Test
  void a_server_is_started_used_twice_and_shown_by_the_doctor() throws Exception {
    assumeFalse(PinnedCodex.selectedVersion().equals("0.125.0"), "it closes its unix socket");
    try (ScriptedModel model = ScriptedModel.start(ModelScript.texts("one", "two"));
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      String cwd = folder.toString();
      try {
        CommandRun first = command(home, "run", "--attach", "auto", "--cwd", cwd, "say one");
        assertEquals(0, first.exit(), first.err());
        assertEquals("one\n", first.out());
        CodexServer server = CodexServer.find(home.path()).orElseThrow();

        CommandRun second =
            command(home, "run", "--attach", server.address(), "--cwd", cwd, "say two");
        assertEquals("two\n", second.out(), second.err());
        assertTrue(server.isAlive());

        CommandRun doctor = command(home, "doctor");
        String line =
            "Codex %s listens on %s, process %d"
                .formatted(server.version(), server.address(), server.pid());
        assertTrue((doctor.out() + doctor.err()).contains(line), doctor.out() + doctor.err());
      } finally {
        CodexServer.find(home.path()).ifPresent(server -> server.stop(Duration.ZERO));
      }
    }
  }

  @Test
  void what_is_recorded_over_a_socket_is_projected_and_replayed() throws Exception {
    assumeFalse(PinnedCodex.selectedVersion().equals("0.125.0"), "it closes its unix socket");
    try (ScriptedModel model = ScriptedModel.start(ModelScript.texts("one"));
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      String file = folder.resolve("recording.jsonl").toString();
      try {
        CommandRun run =
            command(
                home,
                "run",
                "--attach",
                "auto",
                "--record-to",
                file,
                "--cwd",
                folder.toString(),
                "say one");
        assertEquals(0, run.exit(), run.err());
      } finally {
        CodexServer.find(home.path()).ifPresent(server -> server.stop(Duration.ZERO));
      }
      CommandRun projected = CommandRun.of("project", file);
      assertTrue(projected.out().contains("one"), projected.out() + projected.err());
      CommandRun replayed = CommandRun.of("replay", file);
      assertEquals(0, replayed.exit(), replayed.err());
      assertTrue(replayed.out().contains("one"), replayed.out());
    }
  }

  @Test
  void a_wrong_address_is_misuse() {
    CommandRun wrong = CommandRun.of("run", "--attach", "http://127.0.0.1:1", "hi");
    assertEquals(2, wrong.exit());
    assertTrue(wrong.err().contains("ws://HOST:PORT"), wrong.err());
    CommandRun token = CommandRun.of("run", "--token-file", "x", "hi");
    assertEquals(2, token.exit());
    assertTrue(token.err().contains("--attach"), token.err());
  }
}
