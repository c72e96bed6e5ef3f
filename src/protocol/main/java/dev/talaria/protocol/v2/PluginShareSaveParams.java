// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** The params of {@code plugin/share/save}. */
public final class PluginShareSaveParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public PluginShareSaveParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param pluginPath {@code pluginPath}
   * @return a value with these fields
   */
  public static PluginShareSaveParams of(String pluginPath) {
    return new PluginShareSaveParams(Wire.object("pluginPath", pluginPath));
  }

  /** {@return {@code discoverability}; empty when absent or null} */
  public Optional<PluginShareDiscoverability> discoverability() {
    return Wire.optional(json(), "discoverability", PluginShareDiscoverability::read);
  }

  /**
   * Sets {@code discoverability}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public PluginShareSaveParams discoverability(PluginShareDiscoverability value) {
    return new PluginShareSaveParams(Wire.with(json(), "discoverability", value));
  }

  /** {@return {@code pluginPath}} */
  public String pluginPath() {
    return Wire.text(json(), "pluginPath");
  }

  /** {@return {@code remotePluginId}; empty when absent or null} */
  public Optional<String> remotePluginId() {
    return Wire.optionalText(json(), "remotePluginId");
  }

  /**
   * Sets {@code remotePluginId}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public PluginShareSaveParams remotePluginId(String value) {
    return new PluginShareSaveParams(Wire.with(json(), "remotePluginId", value));
  }

  /** {@return {@code shareTargets}; empty also when absent or null} */
  public List<PluginShareTarget> shareTargets() {
    return Wire.list(json(), "shareTargets", PluginShareTarget::new);
  }

  /**
   * Sets {@code shareTargets}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public PluginShareSaveParams shareTargets(List<PluginShareTarget> value) {
    return new PluginShareSaveParams(Wire.with(json(), "shareTargets", value));
  }
}
