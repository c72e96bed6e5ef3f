// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** The params of {@code plugin/share/updateTargets}. */
public final class PluginShareUpdateTargetsParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public PluginShareUpdateTargetsParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param discoverability {@code discoverability}
   * @param remotePluginId {@code remotePluginId}
   * @param shareTargets {@code shareTargets}
   * @return a value with these fields
   */
  public static PluginShareUpdateTargetsParams of(PluginShareUpdateDiscoverability discoverability, String remotePluginId, List<PluginShareTarget> shareTargets) {
    return new PluginShareUpdateTargetsParams(Wire.object("discoverability", discoverability, "remotePluginId", remotePluginId, "shareTargets", shareTargets));
  }

  /** {@return {@code discoverability}} */
  public PluginShareUpdateDiscoverability discoverability() {
    return Wire.required(json(), "discoverability", PluginShareUpdateDiscoverability::read);
  }

  /** {@return {@code remotePluginId}} */
  public String remotePluginId() {
    return Wire.text(json(), "remotePluginId");
  }

  /** {@return {@code shareTargets}} */
  public List<PluginShareTarget> shareTargets() {
    return Wire.list(json(), "shareTargets", PluginShareTarget::new);
  }
}
