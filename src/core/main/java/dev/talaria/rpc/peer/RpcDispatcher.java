package dev.talaria.rpc.peer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.googlecode.jsonrpc4j.JsonRpcMethod;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Calls the method of an annotated interface that serves a request.
 *
 * <p>The interface says what the other side may call: each method bears {@link JsonRpcMethod} with
 * {@code required = true} and takes {@code (RpcRequest request, Params params)}. It returns
 * nothing: the answer follows through {@link RpcPeer#respond}, at once or much later. Dispatch runs
 * on the caller's thread and is safe for use by many.
 */
public final class RpcDispatcher {

  private final Set<String> methods;
  private final Inbound inbound;

  private RpcDispatcher(Set<String> methods, Inbound inbound) {
    this.methods = methods;
    this.inbound = inbound;
  }

  /**
   * A dispatcher for the methods of {@code api}, served by {@code handler}.
   *
   * @throws IllegalArgumentException if a method of the interface is not annotated as required
   */
  public static <A> RpcDispatcher of(Class<A> api, A handler, ObjectMapper mapper) {
    Set<String> methods =
        Arrays.stream(api.getMethods()).map(RpcDispatcher::rpcName).collect(Collectors.toSet());
    return new RpcDispatcher(methods, new Inbound(mapper, handler, api));
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
    return methods.contains(request.method())
        ? inbound.handle(request)
        : Optional.of(RpcError.methodNotFound(request.method()));
  }
}
