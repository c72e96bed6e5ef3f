// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** What {@code item/reasoning/summaryPartAdded} tells. */
public final class ReasoningSummaryPartAddedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ReasoningSummaryPartAddedNotification(JsonNode json) {
    super(json);
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
