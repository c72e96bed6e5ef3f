// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The result of {@code marketplace/remove}. */
public final class MarketplaceRemoveResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public MarketplaceRemoveResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code installedRoot}; empty when absent or null} */
  public Optional<String> installedRoot() {
    return Wire.optionalText(json(), "installedRoot");
  }

  /** {@return {@code marketplaceName}} */
  public String marketplaceName() {
    return Wire.text(json(), "marketplaceName");
  }
}
