// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The params of {@code plugin/share/list}. */
public final class PluginShareListParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public PluginShareListParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static PluginShareListParams of() {
    return new PluginShareListParams(Wire.object());
  }
}
