// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code MarketplaceUpgradeErrorInfo} of the protocol. */
public final class MarketplaceUpgradeErrorInfo extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public MarketplaceUpgradeErrorInfo(JsonNode json) {
    super(json);
  }

  /** {@return {@code marketplaceName}} */
  public String marketplaceName() {
    return Wire.text(json(), "marketplaceName");
  }

  /** {@return {@code message}} */
  public String message() {
    return Wire.text(json(), "message");
  }
}
