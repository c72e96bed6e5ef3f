// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The params of {@code mcpServer/event/stream/stop}. */
@Experimental
public final class McpServerEventStreamStopParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public McpServerEventStreamStopParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param subscriptionId {@code subscriptionId}
   * @return a value with these fields
   */
  public static McpServerEventStreamStopParams of(String subscriptionId) {
    return new McpServerEventStreamStopParams(Wire.object("subscriptionId", subscriptionId));
  }

  /** {@return {@code subscriptionId}} */
  public String subscriptionId() {
    return Wire.text(json(), "subscriptionId");
  }
}
