// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** The result of {@code marketplace/upgrade}. */
public final class MarketplaceUpgradeResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public MarketplaceUpgradeResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code errors}} */
  public List<MarketplaceUpgradeErrorInfo> errors() {
    return Wire.list(json(), "errors", MarketplaceUpgradeErrorInfo::new);
  }

  /** {@return {@code selectedMarketplaces}} */
  public List<String> selectedMarketplaces() {
    return Wire.list(json(), "selectedMarketplaces", Wire::text);
  }

  /** {@return {@code upgradedRoots}} */
  public List<String> upgradedRoots() {
    return Wire.list(json(), "upgradedRoots", Wire::text);
  }
}
