// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code AccountSecuritySetupAction} of the protocol. */
public final class AccountSecuritySetupAction extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AccountSecuritySetupAction(JsonNode json) {
    super(json);
  }

  /** {@return {@code label}} */
  public String label() {
    return Wire.text(json(), "label");
  }

  /** {@return {@code url}} */
  public String url() {
    return Wire.text(json(), "url");
  }
}
