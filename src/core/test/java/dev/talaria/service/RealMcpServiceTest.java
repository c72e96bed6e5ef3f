package dev.talaria.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.base.TalariaException;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ScriptedMcpServer;
import dev.talaria.protocol.v2.McpAuthStatus;
import dev.talaria.protocol.v2.McpServerStatus;
import dev.talaria.protocol.v2.McpServerToolCallResponse;
import dev.talaria.rpc.ConnectionLostException;
import dev.talaria.rpc.RpcException;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** MCP servers as the real Codex runs and asks them. */
@Timeout(180)
class RealMcpServiceTest {

  private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

  @TempDir Path workspace;

  private static ScratchCodexHome.Builder withScripted(ScratchCodexHome.Builder config) {
    List<String> server = ScriptedMcpServer.commandLine();
    return config.mcpServer("srv", server.get(0), server.subList(1, server.size()), Map.of());
  }

  private CodexSession session(ServiceLab lab) {
    return lab.codex.openSession(SessionOptions.builder().cwd(workspace).build());
  }

  @Test
  void a_server_is_listed_with_its_tools_and_these_are_called() throws Exception {
    try (ServiceLab lab = ServiceLab.start(RealMcpServiceTest::withScripted, Map.of());
        CodexSession session = session(lab)) {
      McpService mcp = lab.codex.mcp();
      McpServerStatus server = mcp.servers().get(0);
      assertEquals("srv", server.name());
      assertTrue(server.tools().keySet().containsAll(List.of("say", "look")), server::toString);
      String thread = session.threadId();
      McpServerToolCallResponse said =
          mcp.callTool(
              thread, "srv", "say", JsonNodeFactory.instance.objectNode().put("text", "hello"));
      assertEquals("say said hello", said.content().get(0).path("text").asText());
      McpServerToolCallResponse failed = mcp.callTool(thread, "srv", "fail", NOTHING);
      assertEquals(Optional.of(true), failed.isError());
      assertThrows(RpcException.class, () -> mcp.callTool(thread, "srv", "throw", NOTHING));
      assertThrows(RpcException.class, () -> mcp.callTool(thread, "other", "say", NOTHING));
      assertThrows(RpcException.class, () -> mcp.readResource(thread, "srv", "note://none"));
    }
  }

  @Test
  void a_server_that_is_added_to_the_file_is_there_after_a_reload() throws Exception {
    try (ServiceLab lab = ServiceLab.start()) {
      assertEquals(List.of(), lab.codex.mcp().servers());
      List<String> server = ScriptedMcpServer.commandLine();
      Files.writeString(
          lab.home.configFile(),
          "\n[mcp_servers.late]\ncommand = '%s'\nargs = ['%s']\n"
              .formatted(server.get(0), String.join("', '", server.subList(1, server.size()))),
          StandardOpenOption.APPEND);
      lab.codex.mcp().reload();
      assertEquals("late", lab.codex.mcp().servers().get(0).name());
    }
  }

  @Test
  void a_login_at_a_server_lets_its_resources_be_read() throws Exception {
    try (LoopbackMcpServer server = LoopbackMcpServer.start();
        ServiceLab lab =
            ServiceLab.start(
                config ->
                    config
                        .rootKey("mcp_oauth_credentials_store", "file")
                        .mcpServer("birds", Map.of("url", server.url())),
                Map.of())) {
      McpService mcp = lab.codex.mcp();
      assertEquals(McpAuthStatus.NOT_LOGGED_IN, mcp.servers().get(0).authStatus());
      McpService.Login login = mcp.login("birds");
      LoginIssuer.openInBrowser(login.url());
      login.end().get(60, TimeUnit.SECONDS);
      mcp.reload();
      try (CodexSession session = session(lab)) {
        McpServerStatus status = mcp.servers().get(0);
        assertEquals(McpAuthStatus.O_AUTH, status.authStatus());
        assertEquals(LoopbackMcpServer.RESOURCE, status.resources().get(0).uri());
        assertEquals(
            Optional.of("one heron"),
            mcp.readResource(session.threadId(), "birds", LoopbackMcpServer.RESOURCE)
                .contents()
                .get(0)
                .text());
      }
    }
  }

  @Test
  void a_login_that_is_refused_or_loses_codex_fails() throws Exception {
    try (LoopbackMcpServer server = LoopbackMcpServer.start();
        ServiceLab lab =
            ServiceLab.start(
                config -> config.mcpServer("birds", Map.of("url", server.url())), Map.of())) {
      McpService mcp = lab.codex.mcp();
      assertThrows(RpcException.class, () -> mcp.login("nobody"));
      server.refuse();
      McpService.Login refused = mcp.login("birds");
      LoginIssuer.openInBrowser(refused.url());
      ExecutionException why =
          assertThrows(ExecutionException.class, () -> refused.end().get(60, TimeUnit.SECONDS));
      assertInstanceOf(TalariaException.class, why.getCause());
      assertTrue(
          why.getCause().getMessage().startsWith("the login at birds failed: "), why::toString);
      McpService.Login lost = mcp.login("birds");
      lab.process.destroyForcibly();
      why = assertThrows(ExecutionException.class, () -> lost.end().get(60, TimeUnit.SECONDS));
      assertInstanceOf(ConnectionLostException.class, why.getCause());
    }
  }

  @Test
  void a_server_that_does_not_start_is_listed_as_failed() throws Exception {
    try (ServiceLab lab =
        ServiceLab.start(
            config -> config.mcpServer("none", Map.of("command", "/no/such/server")), Map.of())) {
      McpServerStatus status = lab.codex.mcp().servers().get(0);
      assertEquals(Map.of(), status.tools());
      assertTrue(status.toolsError().orElseThrow().contains("No such file"), status::toString);
    }
  }
}
