// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code ComputerUseWindowsExeConfig} of the protocol. */
public final class ComputerUseWindowsExeConfig extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ComputerUseWindowsExeConfig(JsonNode json) {
    super(json);
  }

  /** {@return {@code access}} */
  public AllowDenyRequirement access() {
    return Wire.required(json(), "access", AllowDenyRequirement::read);
  }

  /** {@return {@code binary_name}; empty when absent or null} */
  public Optional<String> binaryName() {
    return Wire.optionalText(json(), "binary_name");
  }

  /** {@return {@code product_name}} */
  public String productName() {
    return Wire.text(json(), "product_name");
  }

  /** {@return {@code publisher_name}} */
  public String publisherName() {
    return Wire.text(json(), "publisher_name");
  }
}
