// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code AdditionalNetworkPermissions} of the protocol. */
public final class AdditionalNetworkPermissions extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AdditionalNetworkPermissions(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static AdditionalNetworkPermissions of() {
    return new AdditionalNetworkPermissions(Wire.object());
  }

  /** {@return {@code enabled}; empty when absent or null} */
  public Optional<Boolean> enabled() {
    return Wire.optional(json(), "enabled", Wire::flag);
  }

  /**
   * Sets {@code enabled}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public AdditionalNetworkPermissions enabled(Boolean value) {
    return new AdditionalNetworkPermissions(Wire.with(json(), "enabled", value));
  }
}
