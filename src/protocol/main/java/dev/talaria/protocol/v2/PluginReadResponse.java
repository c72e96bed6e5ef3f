// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The result of {@code plugin/read}. */
public final class PluginReadResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public PluginReadResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code plugin}} */
  public PluginDetail plugin() {
    return Wire.required(json(), "plugin", PluginDetail::new);
  }
}
