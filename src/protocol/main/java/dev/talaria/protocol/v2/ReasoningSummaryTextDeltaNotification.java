// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** What {@code item/reasoning/summaryTextDelta} tells. */
public final class ReasoningSummaryTextDeltaNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ReasoningSummaryTextDeltaNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code delta}} */
  public String delta() {
    return Wire.text(json(), "delta");
  }

  /** {@return {@code itemId}} */
  public String itemId() {
    return Wire.text(json(), "itemId");
  }

  /** {@return {@code summaryIndex}} */
  public long summaryIndex() {
    return Wire.required(json(), "summaryIndex", Wire::longInteger);
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
