// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** The params of {@code plugin/installed}. */
public final class PluginInstalledParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public PluginInstalledParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static PluginInstalledParams of() {
    return new PluginInstalledParams(Wire.object());
  }

  /**
   * Optional working directories used to discover repo marketplaces.
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
  public PluginInstalledParams cwds(List<String> value) {
    return new PluginInstalledParams(Wire.with(json(), "cwds", value));
  }

  /**
   * Additional uninstalled plugin names that should be returned when present locally. This is
   * used by mention surfaces that intentionally expose install entrypoints.
   *
   * @return {@code installSuggestionPluginNames}; empty also when absent or null
   */
  public List<String> installSuggestionPluginNames() {
    return Wire.list(json(), "installSuggestionPluginNames", Wire::text);
  }

  /**
   * Sets {@code installSuggestionPluginNames}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public PluginInstalledParams installSuggestionPluginNames(List<String> value) {
    return new PluginInstalledParams(Wire.with(json(), "installSuggestionPluginNames", value));
  }
}
