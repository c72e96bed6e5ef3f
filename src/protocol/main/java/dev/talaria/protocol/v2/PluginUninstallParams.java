// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The params of {@code plugin/uninstall}. */
public final class PluginUninstallParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public PluginUninstallParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param pluginId {@code pluginId}
   * @return a value with these fields
   */
  public static PluginUninstallParams of(String pluginId) {
    return new PluginUninstallParams(Wire.object("pluginId", pluginId));
  }

  /** {@return {@code pluginId}} */
  public String pluginId() {
    return Wire.text(json(), "pluginId");
  }
}
