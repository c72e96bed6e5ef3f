// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The result of {@code plugin/share/checkout}. */
public final class PluginShareCheckoutResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public PluginShareCheckoutResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code marketplaceName}} */
  public String marketplaceName() {
    return Wire.text(json(), "marketplaceName");
  }

  /** {@return {@code marketplacePath}} */
  public String marketplacePath() {
    return Wire.text(json(), "marketplacePath");
  }

  /** {@return {@code pluginId}} */
  public String pluginId() {
    return Wire.text(json(), "pluginId");
  }

  /** {@return {@code pluginName}} */
  public String pluginName() {
    return Wire.text(json(), "pluginName");
  }

  /** {@return {@code pluginPath}} */
  public String pluginPath() {
    return Wire.text(json(), "pluginPath");
  }

  /** {@return {@code remotePluginId}} */
  public String remotePluginId() {
    return Wire.text(json(), "remotePluginId");
  }

  /** {@return {@code remoteVersion}; empty when absent or null} */
  public Optional<String> remoteVersion() {
    return Wire.optionalText(json(), "remoteVersion");
  }
}
