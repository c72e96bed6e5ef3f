// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code PluginShareListItem} of the protocol. */
public final class PluginShareListItem extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public PluginShareListItem(JsonNode json) {
    super(json);
  }

  /** {@return {@code localPluginPath}; empty when absent or null} */
  public Optional<String> localPluginPath() {
    return Wire.optionalText(json(), "localPluginPath");
  }

  /** {@return {@code plugin}} */
  public PluginSummary plugin() {
    return Wire.required(json(), "plugin", PluginSummary::new);
  }
}
