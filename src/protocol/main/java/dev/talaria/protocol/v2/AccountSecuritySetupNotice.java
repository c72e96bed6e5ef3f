// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code AccountSecuritySetupNotice} of the protocol. */
public final class AccountSecuritySetupNotice extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AccountSecuritySetupNotice(JsonNode json) {
    super(json);
  }

  /** {@return {@code accountId}} */
  public String accountId() {
    return Wire.text(json(), "accountId");
  }

  /** {@return {@code action}} */
  public AccountSecuritySetupAction action() {
    return Wire.required(json(), "action", AccountSecuritySetupAction::new);
  }

  /** {@return {@code description}} */
  public String description() {
    return Wire.text(json(), "description");
  }

  /** {@return {@code title}} */
  public String title() {
    return Wire.text(json(), "title");
  }

  /** {@return {@code userId}} */
  public String userId() {
    return Wire.text(json(), "userId");
  }
}
