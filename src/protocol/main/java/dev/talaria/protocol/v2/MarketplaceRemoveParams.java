// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The params of {@code marketplace/remove}. */
public final class MarketplaceRemoveParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public MarketplaceRemoveParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param marketplaceName {@code marketplaceName}
   * @return a value with these fields
   */
  public static MarketplaceRemoveParams of(String marketplaceName) {
    return new MarketplaceRemoveParams(Wire.object("marketplaceName", marketplaceName));
  }

  /** {@return {@code marketplaceName}} */
  public String marketplaceName() {
    return Wire.text(json(), "marketplaceName");
  }
}
