// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** {@code PluginMarketplaceEntry} of the protocol. */
public final class PluginMarketplaceEntry extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public PluginMarketplaceEntry(JsonNode json) {
    super(json);
  }

  /** {@return {@code interface}; empty when absent or null} */
  public Optional<MarketplaceInterface> interface_() {
    return Wire.optional(json(), "interface", MarketplaceInterface::new);
  }

  /** {@return {@code name}} */
  public String name() {
    return Wire.text(json(), "name");
  }

  /**
   * Local marketplace file path when the marketplace is backed by a local file. Remote-only
   * catalog marketplaces do not have a local path.
   *
   * @return {@code path}; empty when absent or null
   */
  public Optional<String> path() {
    return Wire.optionalText(json(), "path");
  }

  /** {@return {@code plugins}} */
  public List<PluginSummary> plugins() {
    return Wire.list(json(), "plugins", PluginSummary::new);
  }
}
