// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code AnalyticsConfig} of the protocol. */
public final class AnalyticsConfig extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AnalyticsConfig(JsonNode json) {
    super(json);
  }

  /** {@return {@code enabled}; empty when absent or null} */
  public Optional<Boolean> enabled() {
    return Wire.optional(json(), "enabled", Wire::flag);
  }
}
