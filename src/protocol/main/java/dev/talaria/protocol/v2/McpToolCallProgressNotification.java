// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** What {@code item/mcpToolCall/progress} tells. */
public final class McpToolCallProgressNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public McpToolCallProgressNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code itemId}} */
  public String itemId() {
    return Wire.text(json(), "itemId");
  }

  /** {@return {@code message}} */
  public String message() {
    return Wire.text(json(), "message");
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }

  /** {@return {@code turnId}} */
  public String turnId() {
    return Wire.text(json(), "turnId");
  }
}
