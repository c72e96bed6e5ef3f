// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Map;

/** {@code ComputerUseMacosRequirements} of the protocol. */
public final class ComputerUseMacosRequirements extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ComputerUseMacosRequirements(JsonNode json) {
    super(json);
  }

  /** {@return {@code bundleIds}; empty also when absent or null} */
  public Map<String, AllowDenyRequirement> bundleIds() {
    return Wire.map(json(), "bundleIds", AllowDenyRequirement::read);
  }
}
