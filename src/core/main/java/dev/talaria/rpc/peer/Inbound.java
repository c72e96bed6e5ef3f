package dev.talaria.rpc.peer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.googlecode.jsonrpc4j.ErrorResolver.JsonError;
import com.googlecode.jsonrpc4j.JsonRpcBasicServer;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server half of the codec: one request in, at most one error out.
 *
 * <p>A method is called with the request as it came and its whole params object, so a new field in
 * the params is ignored and the answer can follow later, from another thread.
 */
final class Inbound extends JsonRpcBasicServer {

  private static final Logger log = LoggerFactory.getLogger(Inbound.class);

  private final ObjectMapper mapper;

  Inbound(ObjectMapper mapper, Object handler, Class<?> api) {
    super(mapper, handler, api);
    this.mapper = mapper;
    setShouldLogInvocationErrors(false);
    setErrorResolver(
        (thrown, method, arguments) -> {
          log.error("handling {} failed", method.getName(), thrown);
          return new JsonError(RpcError.INTERNAL_ERROR, "internal error", null);
        });
  }

  /** Calls the method that serves {@code request}; the error to answer with, if there is one. */
  Optional<RpcError> handle(RpcRequest request) {
    ObjectNode call = mapper.createObjectNode();
    call.put("id", 1);
    call.put("method", request.method());
    JsonNode params = request.params().isObject() ? request.params() : mapper.createObjectNode();
    call.putArray("params").addPOJO(request).add(params);
    try {
      JsonNode error = handleJsonNodeRequest(call).getResponse().path("error");
      return error.isObject()
          ? Optional.of(
              new RpcError(error.path("code").asInt(), error.path("message").asText("error")))
          : Optional.empty();
    } catch (JsonProcessingException e) {
      log.debug("params of {} could not be read", request.method(), e);
      return Optional.of(new RpcError(RpcError.INVALID_PARAMS, "params could not be read"));
    }
  }
}
