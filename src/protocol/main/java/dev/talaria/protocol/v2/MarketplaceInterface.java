// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code MarketplaceInterface} of the protocol. */
public final class MarketplaceInterface extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public MarketplaceInterface(JsonNode json) {
    super(json);
  }

  /** {@return {@code displayName}; empty when absent or null} */
  public Optional<String> displayName() {
    return Wire.optionalText(json(), "displayName");
  }
}
