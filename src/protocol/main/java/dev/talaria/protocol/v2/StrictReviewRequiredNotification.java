// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** What {@code autoApprovalReview/strictReviewRequired} tells. */
public final class StrictReviewRequiredNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public StrictReviewRequiredNotification(JsonNode json) {
    super(json);
  }

  /**
   * Unix timestamp (in milliseconds) when this review started.
   *
   * @return {@code startedAtMs}
   */
  public long startedAtMs() {
    return Wire.required(json(), "startedAtMs", Wire::longInteger);
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
