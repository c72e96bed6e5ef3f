package dev.talaria.session;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.codex.CodexOptions;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.model.ModelRequest;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.ScriptedMcpServer;
import dev.talaria.migration.HostConfig;
import dev.talaria.migration.ScopedServers;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A host's MCP servers for one session of the real Codex: no file is touched. */
@Timeout(120)
class RealScopedServersTest {

  private static final String SECRET = "ghp_9f8e7d6c5b4a39281706";

  @TempDir Path workspace;

  /** A server with a secret in its entry, which notes what it gets and then serves. */
  private ScopedServers servers() throws IOException {
    List<String> server = ScriptedMcpServer.commandLine();
    String noted = workspace.resolve("noted.txt").toString();
    String script =
        String.join(
            "\n",
            "printf %s \"$SRV_TOKEN\" > '" + noted + "'",
            "exec " + String.join(" ", server.stream().map(word -> "'" + word + "'").toList()));
    Path file = Files.writeString(workspace.resolve("server.sh"), script);
    HostConfig host =
        HostConfig.parse(
            """
            mcp_servers:
              srv:
                command: sh
                args: ['%s']
                env: {SRV_TOKEN: %s}
                required: true
            """
                .formatted(file, SECRET),
            "host.yaml");
    ScopedServers scoped = ScopedServers.of(host, PinnedCodex.selectedVersion());
    assertEquals(List.of(), scoped.errors());
    assertEquals(Map.of("SRV_TOKEN", SECRET), scoped.environment());
    return scoped;
  }

  private static OutputItem look() {
    return OutputItem.call("look", Map.of()).inNamespace(CodexLab.mcpNamespace());
  }

  @Test
  void only_the_session_that_was_given_the_server_has_it_and_no_file_has_the_secret()
      throws Exception {
    ScopedServers scoped = servers();
    ModelScript script =
        ModelScript.builder().reply(look()).text("Seen.").reply(look()).text("Gone.").build();
    try (CodexLab lab =
        new CodexLab(workspace, script, config -> config.feature("shell_snapshot", true))) {
      byte[] config = Files.readAllBytes(lab.home.configFile());
      try (Codex codex =
          Codex.launch(lab.launchOptions().secretEnvironment(scoped.environment()).build())) {
        assertEquals("Seen.", turn(lab, codex, lab.options().config(scoped.config())));
        assertEquals("Gone.", turn(lab, codex, lab.options()));
      }
      assertEquals(SECRET, Files.readString(workspace.resolve("noted.txt")));
      List<ModelRequest> requests = lab.model.requests();
      assertTrue(outputOf(requests.get(1)).contains("look saw nothing"));
      assertFalse(outputOf(requests.get(3)).contains("look saw nothing"));
      assertArrayEquals(config, Files.readAllBytes(lab.home.configFile()));
      assertNoSecret(lab.home.path());
    }
  }

  @Test
  void a_home_without_a_configuration_gets_none() throws Exception {
    ScopedServers scoped = servers();
    ModelScript script = ModelScript.builder().reply(look()).text("Seen.").build();
    try (CodexLab lab =
        new CodexLab(workspace, script, config -> config.feature("shell_snapshot", true))) {
      Files.delete(lab.home.configFile());
      CodexOptions options =
          lab.launchOptions()
              .secretEnvironment(scoped.environment())
              .config("model", "\"gpt-5.5\"")
              .config("model_provider", "\"local\"")
              .config(
                  "model_providers.local",
                  "{name=\"local\", wire_api=\"responses\", base_url=\"%s\"}"
                      .formatted(lab.model.baseUrl()))
              .config("features.plugins", "false")
              .build();
      try (Codex codex = Codex.launch(options)) {
        assertEquals("Seen.", turn(lab, codex, lab.options().config(scoped.config())));
      }
      assertTrue(outputOf(lab.model.requests().get(1)).contains("look saw nothing"));
      assertTrue(Files.notExists(lab.home.configFile()));
      assertNoSecret(lab.home.path());
    }
  }

  private static String turn(CodexLab lab, Codex codex, SessionOptions.Builder options)
      throws Exception {
    SessionOptions allowing =
        options.approvals(ApprovalHandler.of(request -> ApprovalDecision.allow())).build();
    try (CodexSession session = codex.openSession(allowing)) {
      TurnResult result = session.runTurn("look around");
      assertEquals(TurnStatus.COMPLETED, result.status(), String.valueOf(result.error()));
      await()
          .during(Duration.ofSeconds(1))
          .until(() -> snapshots(lab.home.path()), List.of()::equals);
      return result.finalText();
    }
  }

  private static String outputOf(ModelRequest request) {
    return request.outputOf("call_1_1").or(() -> request.outputOf("call_3_1")).orElseThrow();
  }

  private static void assertNoSecret(Path home) throws IOException {
    List<Path> files;
    try (var tree = Files.walk(home)) {
      files = tree.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      assertFalse(text.contains(SECRET), file + " holds the secret");
    }
  }

  /** What Codex keeps of the shell's state, with its environment, while a thread is open. */
  private static List<Path> snapshots(Path home) throws IOException {
    Path folder = home.resolve("shell_snapshots");
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }
}
