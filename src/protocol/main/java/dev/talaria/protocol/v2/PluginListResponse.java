// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** The result of {@code plugin/list}. */
public final class PluginListResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public PluginListResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code featuredPluginIds}; empty also when absent or null} */
  public List<String> featuredPluginIds() {
    return Wire.list(json(), "featuredPluginIds", Wire::text);
  }

  /** {@return {@code marketplaceLoadErrors}; empty also when absent or null} */
  public List<MarketplaceLoadErrorInfo> marketplaceLoadErrors() {
    return Wire.list(json(), "marketplaceLoadErrors", MarketplaceLoadErrorInfo::new);
  }

  /** {@return {@code marketplaces}} */
  public List<PluginMarketplaceEntry> marketplaces() {
    return Wire.list(json(), "marketplaces", PluginMarketplaceEntry::new);
  }
}
