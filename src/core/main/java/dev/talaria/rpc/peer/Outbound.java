package dev.talaria.rpc.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.googlecode.jsonrpc4j.JsonRpcClient;
import dev.talaria.rpc.RpcException;
import dev.talaria.rpc.TraceContext;
import java.lang.reflect.Type;

/**
 * The client half of the codec: requests out, results in. Streams, ids and order are the peer's.
 *
 * <p>jsonrpc4j's own exception resolver loads a class that the other side names, so the error
 * branch never reaches it: {@link RpcPeer} looks for {@code error} before it asks for the result.
 */
final class Outbound extends JsonRpcClient {

  Outbound(ObjectMapper mapper) {
    super(mapper);
    setExceptionResolver(response -> new RpcException("request", response.path("error"), 0));
  }

  /** A request without the {@code jsonrpc} member and always with {@code params}. */
  ObjectNode request(String method, Object params, long id) {
    ObjectNode request = getObjectMapper().createObjectNode().put("id", id);
    return request.setAll(notification(method, params));
  }

  /** Puts the request into the caller's trace. */
  void trace(ObjectNode request, TraceContext trace) {
    ObjectNode context = request.putObject("trace").put("traceparent", trace.traceparent());
    if (!trace.tracestate().isEmpty()) {
      context.put("tracestate", trace.tracestate());
    }
  }

  /** A notification: a request without an id. */
  ObjectNode notification(String method, Object params) {
    ObjectNode message = createRequest(method, null, null);
    message.remove("jsonrpc");
    message.remove("id");
    // jsonrpc4j writes empty params as an array, which Codex refuses.
    message.set(
        "params",
        params == null
            ? getObjectMapper().createObjectNode()
            : getObjectMapper().valueToTree(params));
    return message;
  }

  /**
   * The {@code result} of a reply that is not an error, as {@code type}; {@code null} if it has
   * none.
   */
  Object result(Type type, JsonNode response) throws Throwable {
    return readResponse(type, response);
  }
}
