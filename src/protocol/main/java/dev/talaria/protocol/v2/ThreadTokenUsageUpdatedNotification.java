// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** What {@code thread/tokenUsage/updated} tells. */
public final class ThreadTokenUsageUpdatedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadTokenUsageUpdatedNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }

  /** {@return {@code tokenUsage}} */
  public ThreadTokenUsage tokenUsage() {
    return Wire.required(json(), "tokenUsage", ThreadTokenUsage::new);
  }

  /** {@return {@code turnId}} */
  public String turnId() {
    return Wire.text(json(), "turnId");
  }
}
