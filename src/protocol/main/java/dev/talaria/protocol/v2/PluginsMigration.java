// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** {@code PluginsMigration} of the protocol. */
public final class PluginsMigration extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public PluginsMigration(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param marketplaceName {@code marketplaceName}
   * @param pluginNames {@code pluginNames}
   * @return a value with these fields
   */
  public static PluginsMigration of(String marketplaceName, List<String> pluginNames) {
    return new PluginsMigration(Wire.object("marketplaceName", marketplaceName, "pluginNames", pluginNames));
  }

  /** {@return {@code marketplaceName}} */
  public String marketplaceName() {
    return Wire.text(json(), "marketplaceName");
  }

  /** {@return {@code pluginNames}} */
  public List<String> pluginNames() {
    return Wire.list(json(), "pluginNames", Wire::text);
  }
}
