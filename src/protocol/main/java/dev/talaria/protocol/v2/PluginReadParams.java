// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The params of {@code plugin/read}. */
public final class PluginReadParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public PluginReadParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param pluginName {@code pluginName}
   * @return a value with these fields
   */
  public static PluginReadParams of(String pluginName) {
    return new PluginReadParams(Wire.object("pluginName", pluginName));
  }

  /** {@return {@code marketplacePath}; empty when absent or null} */
  public Optional<String> marketplacePath() {
    return Wire.optionalText(json(), "marketplacePath");
  }

  /**
   * Sets {@code marketplacePath}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public PluginReadParams marketplacePath(String value) {
    return new PluginReadParams(Wire.with(json(), "marketplacePath", value));
  }

  /** {@return {@code pluginName}} */
  public String pluginName() {
    return Wire.text(json(), "pluginName");
  }

  /** {@return {@code remoteMarketplaceName}; empty when absent or null} */
  public Optional<String> remoteMarketplaceName() {
    return Wire.optionalText(json(), "remoteMarketplaceName");
  }

  /**
   * Sets {@code remoteMarketplaceName}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public PluginReadParams remoteMarketplaceName(String value) {
    return new PluginReadParams(Wire.with(json(), "remoteMarketplaceName", value));
  }
}
