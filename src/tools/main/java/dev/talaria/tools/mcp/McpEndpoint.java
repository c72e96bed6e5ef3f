package dev.talaria.tools.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.tools.ToolRegistry;
import dev.talaria.tools.ToolRunner;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * MCP as bytes: one JSON-RPC message in, at most one out, over any transport.
 *
 * <p>Safe for use by many threads; calls run at the same time. The caller closes it.
 */
final class McpEndpoint implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(McpEndpoint.class);
  private static final ObjectMapper JSON = WireJson.mapper();
  private static final String CANCELLED = "notifications/cancelled";

  private static final int PARSE_ERROR = -32700;
  private static final int INVALID_REQUEST = -32600;
  private static final int INTERNAL_ERROR = -32603;
  private static final int REQUEST_CANCELLED = -32800;

  private final ToolRunner runner;
  private final McpTools tools;

  /** The requests that are worked on, so that a client can cancel its own. */
  private final ConcurrentHashMap<Key, Future<?>> open = new ConcurrentHashMap<>();

  private record Key(String session, JsonNode id) {}

  McpEndpoint(ToolRegistry registry) {
    runner = new ToolRunner(registry);
    tools = new McpTools(runner);
  }

  /**
   * Answers a message.
   *
   * @param session whose message it is; ids are unique within a session
   * @return completes with the answer, or with nothing where no answer is needed; never with an
   *     exception
   */
  CompletableFuture<Optional<byte[]>> answer(String session, byte[] message) {
    JsonNode node;
    try {
      node = JSON.readTree(message);
    } catch (IOException e) {
      log.debug("a message is not JSON: {}", e.getClass().getName());
      return done(error(null, PARSE_ERROR, "this is not JSON"));
    }
    JsonNode id = node.path("id");
    boolean hasId = id.isTextual() || id.isIntegralNumber();
    if (!node.isObject() || !"2.0".equals(node.path("jsonrpc").asText())) {
      return done(error(hasId ? id : null, INVALID_REQUEST, "this is not a JSON-RPC 2.0 message"));
    }
    if (!node.path("method").isTextual()) {
      boolean reply = node.has("result") || node.has("error");
      return reply
          ? CompletableFuture.completedFuture(Optional.empty())
          : done(error(hasId ? id : null, INVALID_REQUEST, "this message has no method"));
    }
    if (!node.has("id")) {
      notified(session, node);
      return CompletableFuture.completedFuture(Optional.empty());
    }
    return hasId
        ? request(session, id, node)
        : done(error(null, INVALID_REQUEST, "an id is a text or a whole number"));
  }

  private void notified(String session, JsonNode node) {
    if (CANCELLED.equals(node.path("method").asText())) {
      Future<?> working = open.get(new Key(session, node.path("params").path("requestId")));
      if (working != null) {
        working.cancel(true);
      }
    }
  }

  private CompletableFuture<Optional<byte[]>> request(String session, JsonNode id, JsonNode node) {
    CompletableFuture<McpSchema.JSONRPCResponse> working;
    try {
      Object params =
          node.has("params") ? JSON.treeToValue(node.get("params"), Object.class) : null;
      working =
          tools
              .handler()
              .handleRequest(
                  McpTransportContext.EMPTY,
                  new McpSchema.JSONRPCRequest(
                      node.path("method").asText(), JSON.treeToValue(id, Object.class), params))
              .toFuture();
    } catch (Throwable e) {
      // In any case: the client waits for an answer.
      return done(failure(id, e));
    }
    // Of two under one id only the first can be cancelled.
    Key key = new Key(session, id);
    open.putIfAbsent(key, working);
    return working.handle(
        (response, error) -> {
          open.remove(key, working);
          return Optional.of(error == null ? written(id, response) : failure(id, error));
        });
  }

  private static byte[] written(JsonNode id, McpSchema.JSONRPCResponse response) {
    if (response == null) {
      return error(id, INTERNAL_ERROR, "there is no answer");
    }
    try {
      return JSON.writeValueAsBytes(response);
    } catch (JsonProcessingException e) {
      return failure(id, e);
    }
  }

  /** Without the exception's text, which is the SDK's or the host's and may name anything. */
  private static byte[] failure(JsonNode id, Throwable error) {
    if (error instanceof CancellationException) {
      return error(id, REQUEST_CANCELLED, "the request was cancelled");
    }
    log.warn("an MCP request failed with {}", error.getClass().getName());
    return error(id, INTERNAL_ERROR, "the request failed");
  }

  /** An error about a message that cannot be read. */
  static byte[] unreadable(String why) {
    return error(null, INVALID_REQUEST, why);
  }

  private static byte[] error(JsonNode id, int code, String message) {
    ObjectNode answer = JSON.createObjectNode().put("jsonrpc", "2.0");
    answer.set("id", id == null ? JSON.nullNode() : id);
    answer.putObject("error").put("code", code).put("message", message);
    try {
      return JSON.writeValueAsBytes(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a small JSON object could not be written", e);
    }
  }

  private static CompletableFuture<Optional<byte[]>> done(byte[] answer) {
    return CompletableFuture.completedFuture(Optional.of(answer));
  }

  /** Stops the calls that run. */
  @Override
  public void close() {
    runner.close();
  }
}
