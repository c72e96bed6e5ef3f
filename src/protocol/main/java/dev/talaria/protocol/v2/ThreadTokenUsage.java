// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code ThreadTokenUsage} of the protocol. */
public final class ThreadTokenUsage extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadTokenUsage(JsonNode json) {
    super(json);
  }

  /** {@return {@code last}} */
  public TokenUsageBreakdown last() {
    return Wire.required(json(), "last", TokenUsageBreakdown::new);
  }

  /** {@return {@code modelContextWindow}; empty when absent or null} */
  public Optional<Long> modelContextWindow() {
    return Wire.optional(json(), "modelContextWindow", Wire::longInteger);
  }

  /** {@return {@code total}} */
  public TokenUsageBreakdown total() {
    return Wire.required(json(), "total", TokenUsageBreakdown::new);
  }
}
