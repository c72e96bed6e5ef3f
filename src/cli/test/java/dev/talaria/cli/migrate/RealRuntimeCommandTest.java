package dev.talaria.cli.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.cli.CommandRun;
import dev.talaria.codex.CodexOptions;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.v2.AskForApproval;
import dev.talaria.protocol.v2.McpServerStartupState;
import dev.talaria.protocol.v2.Notifications;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.listener.SessionListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code talaria runtime} on a commented file, with the real Codex. */
@Timeout(120)
class RealRuntimeCommandTest {

  private static final String YAML =
      """
      # my agent
      model:
        default: gpt-5.5 # the usual one
        openai_runtime: auto   # who runs the turns

      mcp_servers:
        docs: {command: npx, args: [-y, docs]} # ours
      """;

  @TempDir Path folder;
  private Path yaml;
  private Path home;

  @BeforeEach
  void write() throws Exception {
    yaml = Files.writeString(folder.resolve("host.yaml"), YAML);
    home = folder.resolve("home");
  }

  @Test
  void on_shows_for_each_server_which_keys_were_dropped() throws Exception {
    Files.writeString(
        yaml,
        "mcp_servers:\n  docs: {command: npx, sampling: {}, frobs: 1}\n  plain: {command: npx}\n");
    CommandRun run = runtime("on");
    assertEquals(0, run.exit(), run.err());
    String docs =
        run.out().lines().filter(line -> line.startsWith("  docs:")).findFirst().orElse("");
    assertTrue(docs.contains("sampling") && docs.contains("frobs"), run.out());
    assertFalse(run.out().contains("  plain:"), run.out());
  }

  private CommandRun runtime(String... more) throws Exception {
    List<String> line =
        new ArrayList<>(
            List.of(
                "runtime",
                "--host-config",
                yaml.toString(),
                "--codex-home",
                home.toString(),
                "--codex",
                PinnedCodex.selected().executable().toString()));
    line.addAll(List.of(more));
    return CommandRun.of(line.toArray(String[]::new));
  }

  @Test
  void on_and_off_change_one_line_and_on_migrates() throws Exception {
    CommandRun on = runtime("on");
    assertEquals(0, on.exit(), on.err());
    assertTrue(on.out().startsWith("openai_runtime: auto -> codex_app_server\n"), on.out());
    assertTrue(on.out().contains("Migrated 1 MCP server: docs"), on.out());
    assertEquals(
        YAML.replace("openai_runtime: auto", "openai_runtime: codex_app_server"),
        Files.readString(yaml));
    String config = Files.readString(home.resolve("config.toml"));
    assertTrue(config.contains("[mcp_servers.docs]"), config);

    CommandRun off = runtime("off");
    assertEquals(0, off.exit(), off.err());
    assertEquals(YAML, Files.readString(yaml));
    assertEquals(config, Files.readString(home.resolve("config.toml")));
  }

  @Test
  void shown_as_text_and_as_json() throws Exception {
    String version = PinnedCodex.selectedVersion();
    assertEquals("openai_runtime: auto\ncodex CLI: OK " + version + "\n", runtime().out());
    JsonNode json = runtime("show", "--json").json();
    assertTrue(json.get("success").asBoolean());
    assertEquals("auto", json.get("now").asText());
    assertFalse(json.get("requiresNewSession").asBoolean());
  }

  @Test
  void what_cannot_be_done_is_said() throws Exception {
    CommandRun unknown = runtime("turbo");
    assertEquals(1, unknown.exit());
    assertTrue(unknown.err().contains("Use one of: auto, codex_app_server, on, off"));
    CommandRun none =
        CommandRun.of(
            "runtime",
            "on",
            "--host-config",
            yaml.toString(),
            "--codex",
            folder.resolve("none").toString());
    assertEquals(1, none.exit());
    assertTrue(none.err().contains("Cannot enable codex_app_server runtime: "), none.err());
    assertEquals(YAML, Files.readString(yaml));
    Files.writeString(yaml, "model: [\n");
    CommandRun broken = runtime("show");
    assertEquals(2, broken.exit());
    assertTrue(broken.err().contains("host.yaml:2:1"), broken.err());
  }

  @Test
  void tools_of_the_host_become_a_server_of_codex() throws Exception {
    Files.writeString(
        yaml,
        """
        tools:
          - name: shout
            description: Says it louder.
            parameters: {type: object}
            command: tr
            args: [a-z, A-Z]
        """);
    boolean plain = PinnedCodex.selectedVersion().equals("0.169.0");
    ModelScript script =
        ModelScript.builder()
            .reply(
                OutputItem.call("shout", Map.of("word", "hi"))
                    .inNamespace(plain ? "mcp__talaria_tools" : "mcp__talaria_tools__"))
            .text("Shouted.")
            .build();
    try (ScriptedModel model = ScriptedModel.start(script);
        ScratchCodexHome scratch = ScratchCodexHome.builder(model.baseUrl()).create()) {
      home = scratch.path();
      CommandRun on = runtime("on");
      assertTrue(on.out().contains("talaria-tools"), on.out() + on.err());
      CodexOptions options =
          CodexOptions.builder()
              .executable(PinnedCodex.selected().executable())
              .codexHome(home)
              .environment(scratch.isolatedEnvironment())
              .build();
      try (Codex codex = Codex.launch(options)) {
        // A server that is not required may still be starting in the first turn.
        CompletableFuture<Void> ready = new CompletableFuture<>();
        SessionListener listener =
            new SessionListener() {
              @Override
              public void onEvent(ServerNotification event) {
                Notifications.MCP_SERVER_STARTUP_STATUS_UPDATED
                    .in(event)
                    .filter(now -> now.status() == McpServerStartupState.READY)
                    .ifPresent(now -> ready.complete(null));
              }
            };
        try (CodexSession session =
            codex.openSession(
                SessionOptions.builder()
                    .cwd(folder)
                    .listener(listener)
                    .approvalPolicy(AskForApproval.Name.ON_REQUEST)
                    .approvals(ApprovalHandler.of(request -> ApprovalDecision.allow()))
                    .build())) {
          ready.get(60, TimeUnit.SECONDS);
          assertEquals("Shouted.", session.runTurn("shout").finalText());
          String told = model.requests().get(1).outputOf("call_1_1").orElseThrow();
          assertTrue(told.contains("WORD") && told.contains("HI"), told);
        }
      }
    }
  }
}
