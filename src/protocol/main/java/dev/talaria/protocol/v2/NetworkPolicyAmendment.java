// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code NetworkPolicyAmendment} of the protocol. */
public final class NetworkPolicyAmendment extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public NetworkPolicyAmendment(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param action {@code action}
   * @param host {@code host}
   * @return a value with these fields
   */
  public static NetworkPolicyAmendment of(NetworkPolicyRuleAction action, String host) {
    return new NetworkPolicyAmendment(Wire.object("action", action, "host", host));
  }

  /** {@return {@code action}} */
  public NetworkPolicyRuleAction action() {
    return Wire.required(json(), "action", NetworkPolicyRuleAction::read);
  }

  /** {@return {@code host}} */
  public String host() {
    return Wire.text(json(), "host");
  }
}
