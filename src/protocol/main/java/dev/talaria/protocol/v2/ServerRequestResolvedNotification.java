// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** What {@code serverRequest/resolved} tells. */
public final class ServerRequestResolvedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ServerRequestResolvedNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code requestId}} */
  public RequestId requestId() {
    return Wire.required(json(), "requestId", RequestId::new);
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
