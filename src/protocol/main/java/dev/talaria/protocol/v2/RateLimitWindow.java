// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code RateLimitWindow} of the protocol. */
public final class RateLimitWindow extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public RateLimitWindow(JsonNode json) {
    super(json);
  }

  /** {@return {@code resetsAt}; empty when absent or null} */
  public Optional<Long> resetsAt() {
    return Wire.optional(json(), "resetsAt", Wire::longInteger);
  }

  /** {@return {@code usedPercent}} */
  public int usedPercent() {
    return Wire.required(json(), "usedPercent", Wire::integer);
  }

  /** {@return {@code windowDurationMins}; empty when absent or null} */
  public Optional<Long> windowDurationMins() {
    return Wire.optional(json(), "windowDurationMins", Wire::longInteger);
  }
}
