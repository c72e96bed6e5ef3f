// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Map;

/** {@code ComputerUseMacosConfig} of the protocol. */
public final class ComputerUseMacosConfig extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ComputerUseMacosConfig(JsonNode json) {
    super(json);
  }

  /** {@return {@code bundle_ids}; empty also when absent or null} */
  public Map<String, AllowDenyRequirement> bundleIds() {
    return Wire.map(json(), "bundle_ids", AllowDenyRequirement::read);
  }
}
