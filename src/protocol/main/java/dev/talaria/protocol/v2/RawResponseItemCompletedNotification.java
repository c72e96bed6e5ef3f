// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code RawResponseItemCompletedNotification} of the protocol. */
public final class RawResponseItemCompletedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public RawResponseItemCompletedNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code item}} */
  public ResponseItem item() {
    return Wire.required(json(), "item", ResponseItem::read);
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
