// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The params of {@code marketplace/upgrade}. */
public final class MarketplaceUpgradeParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public MarketplaceUpgradeParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static MarketplaceUpgradeParams of() {
    return new MarketplaceUpgradeParams(Wire.object());
  }

  /** {@return {@code marketplaceName}; empty when absent or null} */
  public Optional<String> marketplaceName() {
    return Wire.optionalText(json(), "marketplaceName");
  }

  /**
   * Sets {@code marketplaceName}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public MarketplaceUpgradeParams marketplaceName(String value) {
    return new MarketplaceUpgradeParams(Wire.with(json(), "marketplaceName", value));
  }
}
