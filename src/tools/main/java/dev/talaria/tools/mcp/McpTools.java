package dev.talaria.tools.mcp;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.tools.HostTool;
import dev.talaria.tools.ToolResult;
import dev.talaria.tools.ToolRunner;
import dev.talaria.tools.internal.ToolTimeout;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.AsyncToolSpecification;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.util.LinkedHashMap;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * A registry as the MCP SDK serves it.
 *
 * <p>Stateless: every request stands for itself, so that one server does for stdio and HTTP. Safe
 * for use by many threads.
 */
final class McpTools {

  private static final ObjectMapper JSON = WireJson.mapper();
  private static final List<String> VERSIONS =
      List.of("2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25");

  private final Seam seam = new Seam();

  McpTools(ToolRunner runner) {
    McpServer.async(seam)
        .serverInfo("talaria-tools", "1")
        .capabilities(McpSchema.ServerCapabilities.builder().tools(false).build())
        .jsonMapper(new JacksonMcpJsonMapper(JSON))
        // The runner checks arguments, for every bridge alike.
        .jsonSchemaValidator(
            (schema, content) -> JsonSchemaValidator.ValidationResponse.asValid(null))
        .validateToolInputs(false)
        .requestTimeout(ToolTimeout.of(runner.tools()))
        .tools(runner.tools().all().stream().map(tool -> specification(tool, runner)).toList())
        .build();
  }

  private static AsyncToolSpecification specification(HostTool tool, ToolRunner runner) {
    return AsyncToolSpecification.builder()
        .tool(described(tool))
        .callHandler(
            (context, request) ->
                Mono.fromFuture(
                        () ->
                            runner.run(
                                tool.name(),
                                request.arguments() == null
                                    ? null
                                    : JSON.valueToTree(request.arguments())))
                    .map(McpTools::result))
        .build();
  }

  /** The schema as a map that keeps its order: the SDK's own reading of JSON text does not. */
  private static McpSchema.Tool described(HostTool tool) {
    return McpSchema.Tool.builder(
            tool.name(),
            JSON.convertValue(
                tool.parameters(), new TypeReference<LinkedHashMap<String, Object>>() {}))
        .description(tool.description())
        .build();
  }

  private static McpSchema.CallToolResult result(ToolResult result) {
    return McpSchema.CallToolResult.builder()
        .addTextContent(result.text())
        .isError(result.failed())
        .build();
  }

  McpStatelessServerHandler handler() {
    return seam.handler;
  }

  /** Where the SDK puts what answers requests. */
  private static final class Seam implements McpStatelessServerTransport {

    private volatile McpStatelessServerHandler handler;

    @Override
    public void setMcpHandler(McpStatelessServerHandler answering) {
      handler = answering;
    }

    @Override
    public Mono<Void> closeGracefully() {
      return Mono.empty();
    }

    @Override
    public List<String> protocolVersions() {
      return VERSIONS;
    }
  }
}
