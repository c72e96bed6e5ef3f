// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code ComputerUseConfig} of the protocol. */
public final class ComputerUseConfig extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ComputerUseConfig(JsonNode json) {
    super(json);
  }

  /** {@return {@code default_app_access}; empty when absent or null} */
  public Optional<AllowDenyRequirement> defaultAppAccess() {
    return Wire.optional(json(), "default_app_access", AllowDenyRequirement::read);
  }

  /** {@return {@code macos}; empty when absent or null} */
  public Optional<ComputerUseMacosConfig> macos() {
    return Wire.optional(json(), "macos", ComputerUseMacosConfig::new);
  }

  /** {@return {@code windows}; empty when absent or null} */
  public Optional<ComputerUseWindowsConfig> windows() {
    return Wire.optional(json(), "windows", ComputerUseWindowsConfig::new);
  }
}
