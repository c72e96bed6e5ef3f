// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The result of {@code marketplace/add}. */
public final class MarketplaceAddResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public MarketplaceAddResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code alreadyAdded}} */
  public boolean alreadyAdded() {
    return Wire.required(json(), "alreadyAdded", Wire::flag);
  }

  /** {@return {@code installedRoot}} */
  public String installedRoot() {
    return Wire.text(json(), "installedRoot");
  }

  /** {@return {@code marketplaceName}} */
  public String marketplaceName() {
    return Wire.text(json(), "marketplaceName");
  }
}
