package dev.talaria.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.talaria.fixtures.ModelScript;
import dev.talaria.fixtures.OutputItem;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.ScriptedModel;
import dev.talaria.protocol.wire.WireJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Recordings of the real Codex. */
@Timeout(120)
class RealRecordTest {

  @TempDir Path workspace;

  @Test
  void a_recording_holds_no_secret_and_projects_to_the_messages_of_the_live_run() throws Exception {
    Path file = workspace.resolve("run.jsonl");
    ModelScript script =
        ModelScript.builder()
            .reply(
                OutputItem.chunks(
                    "Your key sk-",
                    "live-0123456789abcdef and Bea",
                    "rer abcdef0123456789 are safe."))
            .build();
    CommandRun run;
    try (ScriptedModel model = ScriptedModel.start(script);
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      run =
          CommandRun.of(
              "record",
              file.toString(),
              "--",
              "run",
              "--codex",
              PinnedCodex.selected().executable().toString(),
              "--codex-home",
              home.path().toString(),
              "--cwd",
              workspace.toString(),
              "--json",
              "my token is ghp_0123456789abcdefghij");
    }
    assertEquals(0, run.exit(), run.err());
    String recording = Files.readString(file);
    for (String secret : List.of("0123456789", "ghp_", "sk-live")) {
      assertFalse(recording.contains(secret), secret);
    }
    List<String> lines = Files.readAllLines(file);
    JsonNode header = WireJson.mapper().readTree(lines.get(0));
    assertEquals(1, header.path("recording").asInt());
    assertEquals(PinnedCodex.selectedVersion(), header.path("codexVersion").asText());
    for (String line : lines.subList(1, lines.size())) {
      JsonNode message = WireJson.mapper().readTree(line);
      assertTrue(message.path("t").isNumber());
      assertTrue(List.of("send", "recv").contains(message.path("dir").asText()));
      assertTrue(message.path("msg").isObject());
    }
    CommandRun projected = CommandRun.of("project", "--json", file.toString());
    assertEquals(0, projected.exit(), projected.err());
    assertEquals(
        run.json().at("/turns/0/messages").size(), projected.json().path("messages").size());
    assertEquals(projected.out(), CommandRun.of("project", "--json", file.toString()).out());
  }

  @Test
  void a_recording_projects_to_exactly_the_messages_of_the_live_run() throws Exception {
    Path file = workspace.resolve("run.jsonl");
    ModelScript script =
        ModelScript.builder()
            .reply(
                OutputItem.reasoning("I write a file."),
                OutputItem.call(
                    "exec_command",
                    Map.of(
                        "cmd", "echo made > made.txt; cat made.txt",
                        "login", false,
                        "sandbox_permissions", "require_escalated",
                        "justification", "May I?")))
            .reply(
                OutputItem.applyPatch(
                    "*** Begin Patch\n*** Add File: b.txt\n+added\n*** End Patch"))
            .text("Both are done.")
            .text("And this is the second turn.")
            .build();
    CommandRun run;
    try (ScriptedModel model = ScriptedModel.start(script);
        ScratchCodexHome home =
            ScratchCodexHome.builder(model.baseUrl())
                .rootKey("sandbox_mode", "read-only")
                .rootKey("approval_policy", "on-request")
                .create()) {
      run =
          CommandRun.of(
              "run",
              "--record-to",
              file.toString(),
              "--codex",
              PinnedCodex.selected().executable().toString(),
              "--codex-home",
              home.path().toString(),
              "--cwd",
              workspace.toString(),
              "--approvals",
              "allow",
              "--json",
              "work",
              "and again");
    }
    assertEquals(0, run.exit(), run.err());
    ArrayNode live = WireJson.mapper().createArrayNode();
    run.json().path("turns").forEach(turn -> turn.path("messages").forEach(live::add));
    CommandRun projected = CommandRun.of("project", "--json", file.toString());
    assertEquals(live, projected.json().path("messages"));
    assertTrue(live.size() > 6, live.toString());
  }

  @Test
  void a_command_that_has_no_connection_cannot_be_recorded() {
    CommandRun run =
        CommandRun.of("record", workspace.resolve("x").toString(), "--", "project", "-");
    assertEquals(2, run.exit());
    assertTrue(run.err().contains("cannot be recorded"), run.err());
  }
}
