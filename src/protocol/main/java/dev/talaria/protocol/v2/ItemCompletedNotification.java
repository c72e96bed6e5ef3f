// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** What {@code item/completed} tells. */
public final class ItemCompletedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ItemCompletedNotification(JsonNode json) {
    super(json);
  }

  /**
   * Unix timestamp (in milliseconds) when this item lifecycle completed.
   *
   * @return {@code completedAtMs}
   */
  public long completedAtMs() {
    return Wire.required(json(), "completedAtMs", Wire::longInteger);
  }

  /**
   * Native content tokens for the completed assistant message, including a sampled footer. Null
   * when unavailable. Completion telemetry is not part of the stored thread item.
   *
   * @return {@code contentTokenCount}; empty when absent or null
   */
  public Optional<Long> contentTokenCount() {
    return Wire.optional(json(), "contentTokenCount", Wire::longInteger);
  }

  /** {@return {@code item}} */
  public ThreadItem item() {
    return Wire.required(json(), "item", ThreadItem::read);
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
