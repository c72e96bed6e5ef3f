package dev.talaria.cli.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.cli.CommandRun;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.ScriptedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code --host-config}: what the doctor says about it, and that a run follows it. */
@Timeout(120)
class RealHostConfigTest {

  private static final String TOUCH_IS_ALLOWED =
      "approvals:\n  mode: unattended\n  timeout: 20s\n  own_servers: [mine]\n  rules:\n"
          + "    - {allow: command, prefix: [touch]}\n    - {deny: file_change, under: .}\n";

  @TempDir Path workspace;
  private ScriptedModel model;
  private ScratchCodexHome home;

  @BeforeEach
  void start() throws IOException {
    model =
        ScriptedModel.start(
            ModelScript.builder()
                .reply(
                    OutputItem.call(
                        "exec_command",
                        Map.of(
                            "cmd", "touch made.txt",
                            "login", false,
                            "sandbox_permissions", "require_escalated",
                            "justification", "make a file")))
                .text("answer")
                .build());
    home =
        ScratchCodexHome.builder(model.baseUrl())
            .rootKey("sandbox_mode", "read-only")
            .rootKey("approval_policy", "on-request")
            .table("[shell_environment_policy.set]\nHOME = \"" + workspace + "\"")
            .create();
  }

  @AfterEach
  void stop() throws IOException {
    model.close();
    home.close();
  }

  private CommandRun talaria(String command, String yaml, String... more) throws Exception {
    Path file = Files.writeString(workspace.resolve("host.yaml"), yaml);
    List<String> line =
        new ArrayList<>(
            List.of(
                command,
                "--codex",
                PinnedCodex.selected().executable().toString(),
                "--codex-home",
                home.path().toString(),
                "--host-config",
                file.toString()));
    line.addAll(List.of(more));
    return CommandRun.of(line.toArray(String[]::new));
  }

  private boolean runs(String yaml) throws Exception {
    CommandRun run =
        talaria("run", yaml, "--approvals", "deny", "--cwd", workspace.toString(), "go");
    assertEquals(0, run.exit(), run.err());
    assertEquals("answer\n", run.out());
    return Files.exists(workspace.resolve("made.txt"));
  }

  @Test
  void a_run_follows_the_rules_that_allow() throws Exception {
    assertTrue(runs(TOUCH_IS_ALLOWED));
  }

  @Test
  void a_run_leaves_the_rest_to_the_handler() throws Exception {
    assertFalse(runs("approvals:\n  rules:\n    - {allow: command, prefix: [touchy]}\n"));
  }

  @Test
  void a_run_does_not_begin_with_a_broken_file() throws Exception {
    CommandRun run = talaria("run", "approvals: {rules: [{deny: comand}]}", "go");
    assertEquals(2, run.exit());
    assertTrue(run.err().contains("host.yaml: approvals: rule 1: 'deny' is comand"), run.err());
    assertEquals(0, model.requests().size());
  }

  @Test
  void the_doctor_explains_the_rules() throws Exception {
    CommandRun run = talaria("doctor", TOUCH_IS_ALLOWED);
    assertEquals(0, run.exit(), run.out());
    int deny = run.out().indexOf("deny: (any file change and paths under ");
    int allow = run.out().indexOf("allow: commands that begin with: touch");
    int own = run.out().indexOf("allow: tools that this host itself serves: mine");
    int rest = run.out().indexOf("the rest is declined at once");
    assertTrue(0 < deny && deny < allow && allow < own && own < rest, run.out());
    assertTrue(run.out().contains("after 20.0 s"), run.out());
  }

  @Test
  void the_doctor_explains_the_rules_as_json() throws Exception {
    JsonNode approvals = talaria("doctor", TOUCH_IS_ALLOWED, "--json").json().path("approvals");
    assertEquals("unattended", approvals.path("mode").asText());
    assertEquals(3, approvals.path("rules").size());
    assertEquals("mine", approvals.path("ownServers").path(0).asText());
    assertEquals(20_000, approvals.path("timeoutMillis").asInt());
    assertFalse(approvals.path("rest").asText().isEmpty());
  }

  @Test
  void the_doctor_warns_of_approvals_that_are_off_and_names_mistakes() throws Exception {
    CommandRun off = talaria("doctor", "approvals: {mode: off}");
    assertEquals(0, off.exit(), off.out());
    assertTrue(off.out().contains("note  approval all other commands"), off.out());
    CommandRun broken = talaria("doctor", "approvals: {mod: ask}", "--json");
    assertEquals(1, broken.exit());
    assertFalse(broken.json().path("ok").asBoolean());
    assertTrue(broken.out().contains("'mod' is not allowed here"), broken.out());
    assertTrue(broken.json().path("approvals").isMissingNode());
  }
}
