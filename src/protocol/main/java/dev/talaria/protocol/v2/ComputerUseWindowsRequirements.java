// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Map;

/** {@code ComputerUseWindowsRequirements} of the protocol. */
public final class ComputerUseWindowsRequirements extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ComputerUseWindowsRequirements(JsonNode json) {
    super(json);
  }

  /** {@return {@code aumids}; empty also when absent or null} */
  public Map<String, AllowDenyRequirement> aumids() {
    return Wire.map(json(), "aumids", AllowDenyRequirement::read);
  }

  /** {@return {@code exes}; empty also when absent or null} */
  public List<ComputerUseWindowsExeRequirement> exes() {
    return Wire.list(json(), "exes", ComputerUseWindowsExeRequirement::new);
  }
}
