package dev.talaria.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;

/**
 * A message that wants no answer.
 *
 * <p>The tree is shared, not copied: treat it as read-only.
 *
 * @param method the method's name, such as {@code turn/completed}
 * @param params the {@code params} member; a missing node when there was none
 */
public record RpcNotification(String method, JsonNode params) {
  public RpcNotification {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(params, "params");
  }
}
