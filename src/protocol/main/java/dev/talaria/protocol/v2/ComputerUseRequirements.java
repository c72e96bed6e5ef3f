// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code ComputerUseRequirements} of the protocol. */
public final class ComputerUseRequirements extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ComputerUseRequirements(JsonNode json) {
    super(json);
  }

  /** {@return {@code allowLockedComputerUse}; empty when absent or null} */
  public Optional<Boolean> allowLockedComputerUse() {
    return Wire.optional(json(), "allowLockedComputerUse", Wire::flag);
  }

  /** {@return {@code allowPersistentApproval}; empty when absent or null} */
  public Optional<Boolean> allowPersistentApproval() {
    return Wire.optional(json(), "allowPersistentApproval", Wire::flag);
  }

  /** {@return {@code defaultAppAccess}; empty when absent or null} */
  public Optional<AllowDenyRequirement> defaultAppAccess() {
    return Wire.optional(json(), "defaultAppAccess", AllowDenyRequirement::read);
  }

  /** {@return {@code macos}; empty when absent or null} */
  public Optional<ComputerUseMacosRequirements> macos() {
    return Wire.optional(json(), "macos", ComputerUseMacosRequirements::new);
  }

  /** {@return {@code windows}; empty when absent or null} */
  public Optional<ComputerUseWindowsRequirements> windows() {
    return Wire.optional(json(), "windows", ComputerUseWindowsRequirements::new);
  }
}
