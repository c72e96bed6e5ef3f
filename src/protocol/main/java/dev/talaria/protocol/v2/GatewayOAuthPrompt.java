// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code GatewayOAuthPrompt} of the protocol. */
public final class GatewayOAuthPrompt extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public GatewayOAuthPrompt(JsonNode json) {
    super(json);
  }

  /** {@return {@code loginId}} */
  public String loginId() {
    return Wire.text(json(), "loginId");
  }

  /** {@return {@code userCode}} */
  public String userCode() {
    return Wire.text(json(), "userCode");
  }

  /** {@return {@code verificationUrl}} */
  public String verificationUrl() {
    return Wire.text(json(), "verificationUrl");
  }
}
