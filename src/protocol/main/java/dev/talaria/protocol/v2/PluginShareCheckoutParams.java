// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The params of {@code plugin/share/checkout}. */
public final class PluginShareCheckoutParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public PluginShareCheckoutParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param remotePluginId {@code remotePluginId}
   * @return a value with these fields
   */
  public static PluginShareCheckoutParams of(String remotePluginId) {
    return new PluginShareCheckoutParams(Wire.object("remotePluginId", remotePluginId));
  }

  /** {@return {@code remotePluginId}} */
  public String remotePluginId() {
    return Wire.text(json(), "remotePluginId");
  }
}
