// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Map;

/** {@code ComputerUseWindowsConfig} of the protocol. */
public final class ComputerUseWindowsConfig extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ComputerUseWindowsConfig(JsonNode json) {
    super(json);
  }

  /** {@return {@code aumids}; empty also when absent or null} */
  public Map<String, AllowDenyRequirement> aumids() {
    return Wire.map(json(), "aumids", AllowDenyRequirement::read);
  }

  /** {@return {@code exes}; empty also when absent or null} */
  public List<ComputerUseWindowsExeConfig> exes() {
    return Wire.list(json(), "exes", ComputerUseWindowsExeConfig::new);
  }
}
