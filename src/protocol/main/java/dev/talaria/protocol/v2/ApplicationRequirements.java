// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code ApplicationRequirements} of the protocol. */
public final class ApplicationRequirements extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ApplicationRequirements(JsonNode json) {
    super(json);
  }

  /** {@return {@code network}; empty when absent or null} */
  public Optional<ApplicationNetworkRequirements> network() {
    return Wire.optional(json(), "network", ApplicationNetworkRequirements::new);
  }

  /** {@return {@code storage}; empty when absent or null} */
  public Optional<ApplicationStorageRequirements> storage() {
    return Wire.optional(json(), "storage", ApplicationStorageRequirements::new);
  }
}
