// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code ThreadItemEntry} of the protocol. */
public final class ThreadItemEntry extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadItemEntry(JsonNode json) {
    super(json);
  }

  /**
   * Unix timestamp (milliseconds) when the item completed, if recorded by the producer.
   *
   * @return {@code completedAtMs}; empty when absent or null
   */
  public Optional<Long> completedAtMs() {
    return Wire.optional(json(), "completedAtMs", Wire::longInteger);
  }

  /** {@return {@code item}} */
  public ThreadItem item() {
    return Wire.required(json(), "item", ThreadItem::read);
  }

  /**
   * The saved output was omitted. Fetch the complete item with `thread/items/read`.
   *
   * @return {@code outputDeferred}; empty when absent or null
   */
  @Experimental
  public Optional<Boolean> outputDeferred() {
    return Wire.optional(json(), "outputDeferred", Wire::flag);
  }

  /**
   * Unix timestamp (milliseconds) when the item started, if recorded by the producer.
   *
   * @return {@code startedAtMs}; empty when absent or null
   */
  public Optional<Long> startedAtMs() {
    return Wire.optional(json(), "startedAtMs", Wire::longInteger);
  }

  /**
   * Turn containing this item.
   *
   * @return {@code turnId}
   */
  public String turnId() {
    return Wire.text(json(), "turnId");
  }
}
