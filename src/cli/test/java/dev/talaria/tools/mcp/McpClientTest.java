package dev.talaria.tools.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.protocol.wire.WireJson;
import dev.talaria.tools.NoisyProvider;
import dev.talaria.tools.ToolLab;
import dev.talaria.tools.ToolRegistry;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The SDK's own client against both servers. */
@Timeout(240)
class McpClientTest {

  /** The start of a JVM on a machine under load. */
  private static final Duration LONG = Duration.ofMinutes(1);

  private static final JacksonMcpJsonMapper JSON = new JacksonMcpJsonMapper(WireJson.mapper());

  private static void passes(McpClientTransport transport) {
    try (McpSyncClient client =
        McpClient.sync(transport)
            .initializationTimeout(LONG)
            .requestTimeout(LONG)
            .jsonSchemaValidator(
                (schema, content) -> JsonSchemaValidator.ValidationResponse.asValid(null))
            .build()) {
      client.initialize();
      assertEquals("talaria-tools", client.getServerInfo().name());
      client.ping();
      List<McpSchema.Tool> tools = client.listTools().tools();
      McpSchema.Tool skill = tools.get(0);
      assertEquals("skill_view", skill.name());
      assertEquals(List.of("name"), skill.inputSchema().get("required"));
      assertFalse(skill.inputSchema().toString().contains("kwargs"));
      assertTrue(tools.stream().noneMatch(tool -> tool.name().equals("todo")));
      McpSchema.CallToolResult result = call(client, "skill_view", Map.of("name", "x"));
      assertEquals("skill x", text(result));
      assertFalse(result.isError());
      McpSchema.CallToolResult wrong = call(client, "skill_view", Map.of("kwargs", Map.of()));
      assertTrue(wrong.isError());
      assertTrue(text(wrong).contains("name"), text(wrong));
      assertThrows(McpError.class, () -> call(client, "todo", Map.of()));
    }
  }

  private static McpSchema.CallToolResult call(
      McpSyncClient client, String tool, Map<String, Object> arguments) {
    return client.callTool(McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
  }

  private static String text(McpSchema.CallToolResult result) {
    return ((McpSchema.TextContent) result.content().get(0)).text();
  }

  @Test
  void tools_mcp_passes_and_prints_nothing_but_frames() {
    List<String> command = ToolLab.toolsMcp();
    passes(
        new StdioClientTransport(
            new ServerParameters.Builder(command.get(0))
                .args(command.subList(1, command.size()))
                .build(),
            JSON));
  }

  @Test
  void the_loopback_server_passes() {
    try (LoopbackToolServer server =
        LoopbackToolServer.start(ToolRegistry.of(new NoisyProvider().tools()).reachingAnywhere())) {
      passes(
          HttpClientStreamableHttpTransport.builder(
                  "http://127.0.0.1:" + server.address().getPort())
              .endpoint(server.address().getPath())
              .jsonMapper(JSON)
              .requestBuilder(
                  HttpRequest.newBuilder()
                      .header("Authorization", "Bearer " + HttpLab.token(server)))
              .build());
    }
  }
}
