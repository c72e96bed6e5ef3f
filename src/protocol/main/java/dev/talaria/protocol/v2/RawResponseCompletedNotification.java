// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/**
 * Internal-only notification containing the exact usage from one upstream Responses API
 * completion.
 */
public final class RawResponseCompletedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public RawResponseCompletedNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code responseId}} */
  public String responseId() {
    return Wire.text(json(), "responseId");
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }

  /** {@return {@code turnId}} */
  public String turnId() {
    return Wire.text(json(), "turnId");
  }

  /** {@return {@code usage}; empty when absent or null} */
  public Optional<TokenUsageBreakdown> usage() {
    return Wire.optional(json(), "usage", TokenUsageBreakdown::new);
  }

  /** {@return {@code usageMetadata}; empty when absent or null} */
  public Optional<ResponseUsageMetadata> usageMetadata() {
    return Wire.optional(json(), "usageMetadata", ResponseUsageMetadata::new);
  }
}
