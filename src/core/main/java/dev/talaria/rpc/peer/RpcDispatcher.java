package dev.talaria.rpc.peer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.googlecode.jsonrpc4j.ErrorResolver.JsonError;
import com.googlecode.jsonrpc4j.JsonRpcBasicServer;
import com.googlecode.jsonrpc4j.JsonRpcMethod;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls the method of an annotated interface that serves a request.
 *
 * <p>The interface says what the other side may call: each method bears {@link JsonRpcMethod} with
 * {@code required = true} and takes {@code (RpcRequest request, Params params)}. It returns
 * nothing: the answer follows through {@link RpcPeer#respond}, at once or much later. Dispatch runs
 * on the caller's thread and is safe for use by many.
 */
public final class RpcDispatcher extends JsonRpcBasicServer {

  private static final Logger log = LoggerFactory.getLogger(RpcDispatcher.class);

  private final ObjectMapper mapper;
  private final Set<String> methods;

  private RpcDispatcher(Class<?> api, Object handler, ObjectMapper mapper) {
    super(mapper, handler, api);
    this.mapper = mapper;
    this.methods =
        Arrays.stream(api.getMethods()).map(RpcDispatcher::rpcName).collect(Collectors.toSet());
    setShouldLogInvocationErrors(false);
    setErrorResolver(
        (thrown, method, arguments) -> {
          log.error("handling {} failed", method.getName(), thrown);
          return new JsonError(RpcError.INTERNAL_ERROR, "internal error", null);
        });
  }

  /**
   * A dispatcher for the methods of {@code api}, served by {@code handler}.
   *
   * @throws IllegalArgumentException if a method of the interface is not annotated as required
   */
  public static <A> RpcDispatcher of(Class<A> api, A handler, ObjectMapper mapper) {
    return new RpcDispatcher(api, handler, mapper);
  }

  /**
   * What the other side may call: by method the type of its params.
   *
   * @throws IllegalArgumentException if a method of the interface is not annotated as required
   */
  public static Map<String, Class<?>> paramsByMethod(Class<?> api) {
    return Arrays.stream(api.getMethods())
        .collect(
            Collectors.toUnmodifiableMap(
                RpcDispatcher::rpcName, method -> method.getParameterTypes()[1]));
  }

  private static String rpcName(Method method) {
    JsonRpcMethod annotation = method.getAnnotation(JsonRpcMethod.class);
    if (annotation == null || !annotation.required()) {
      throw new IllegalArgumentException(
          method + " needs @JsonRpcMethod(value = \"…\", required = true)");
    }
    return annotation.value();
  }

  /**
   * Calls the method that serves {@code request}.
   *
   * @return the error to answer with: unknown method, unreadable params, or a handler that threw;
   *     empty when the handler took the request over
   */
  public Optional<RpcError> dispatch(RpcRequest request) {
    // The known names are checked here because jsonrpc4j caches every name it is asked for.
    if (!methods.contains(request.method())) {
      return Optional.of(RpcError.methodNotFound(request.method()));
    }
    // A new field in the params is ignored, because the whole object is one argument.
    ObjectNode call = mapper.createObjectNode().put("id", 1).put("method", request.method());
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
