// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** Deprecated: Use `ContextCompaction` item type instead. */
public final class ContextCompactedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ContextCompactedNotification(JsonNode json) {
    super(json);
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
