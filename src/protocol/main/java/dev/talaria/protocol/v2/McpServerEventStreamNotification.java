// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** What {@code mcpServer/event/stream/notification} tells. */
public final class McpServerEventStreamNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public McpServerEventStreamNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code notification}} */
  public McpServerEventNotification notification() {
    return Wire.required(json(), "notification", McpServerEventNotification::new);
  }

  /** {@return {@code subscriptionId}} */
  public String subscriptionId() {
    return Wire.text(json(), "subscriptionId");
  }
}
