// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** The params of {@code plugin/list}. */
public final class PluginListParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public PluginListParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static PluginListParams of() {
    return new PluginListParams(Wire.object());
  }

  /**
   * Optional working directories used to discover repo marketplaces. When omitted, only
   * home-scoped marketplaces and the official curated marketplace are considered.
   *
   * @return {@code cwds}; empty also when absent or null
   */
  public List<String> cwds() {
    return Wire.list(json(), "cwds", Wire::text);
  }

  /**
   * Sets {@code cwds}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public PluginListParams cwds(List<String> value) {
    return new PluginListParams(Wire.with(json(), "cwds", value));
  }

  /**
   * Whether the client requests a fresh remote plugin catalog fetch.
   *
   * @return {@code forceRefetch}; empty when absent or null
   */
  public Optional<Boolean> forceRefetch() {
    return Wire.optional(json(), "forceRefetch", Wire::flag);
  }

  /**
   * Sets {@code forceRefetch}.
   *
   * @param value not null
   * @return a copy with it
   */
  public PluginListParams forceRefetch(boolean value) {
    return new PluginListParams(Wire.with(json(), "forceRefetch", value));
  }

  /**
   * Optional marketplace kind filter. When omitted, only local marketplaces are queried, plus
   * the default remote catalog when enabled by feature flag.
   *
   * @return {@code marketplaceKinds}; empty also when absent or null
   */
  public List<PluginListMarketplaceKind> marketplaceKinds() {
    return Wire.list(json(), "marketplaceKinds", PluginListMarketplaceKind::read);
  }

  /**
   * Sets {@code marketplaceKinds}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public PluginListParams marketplaceKinds(List<PluginListMarketplaceKind> value) {
    return new PluginListParams(Wire.with(json(), "marketplaceKinds", value));
  }
}
