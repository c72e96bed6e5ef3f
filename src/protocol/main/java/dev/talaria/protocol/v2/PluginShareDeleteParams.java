// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The params of {@code plugin/share/delete}. */
public final class PluginShareDeleteParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public PluginShareDeleteParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param remotePluginId {@code remotePluginId}
   * @return a value with these fields
   */
  public static PluginShareDeleteParams of(String remotePluginId) {
    return new PluginShareDeleteParams(Wire.object("remotePluginId", remotePluginId));
  }

  /** {@return {@code remotePluginId}} */
  public String remotePluginId() {
    return Wire.text(json(), "remotePluginId");
  }
}
