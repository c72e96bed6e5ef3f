// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code ComputerUseWindowsExeRequirement} of the protocol. */
public final class ComputerUseWindowsExeRequirement extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ComputerUseWindowsExeRequirement(JsonNode json) {
    super(json);
  }

  /** {@return {@code access}} */
  public AllowDenyRequirement access() {
    return Wire.required(json(), "access", AllowDenyRequirement::read);
  }

  /** {@return {@code binaryName}; empty when absent or null} */
  public Optional<String> binaryName() {
    return Wire.optionalText(json(), "binaryName");
  }

  /** {@return {@code productName}} */
  public String productName() {
    return Wire.text(json(), "productName");
  }

  /** {@return {@code publisherName}} */
  public String publisherName() {
    return Wire.text(json(), "publisherName");
  }
}
