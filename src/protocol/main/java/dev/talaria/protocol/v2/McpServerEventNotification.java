// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code McpServerEventNotification} of the protocol. */
public final class McpServerEventNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public McpServerEventNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code method}} */
  public String method() {
    return Wire.text(json(), "method");
  }

  /** {@return {@code params}; a missing node when absent} */
  public JsonNode params() {
    return json().path("params");
  }
}
