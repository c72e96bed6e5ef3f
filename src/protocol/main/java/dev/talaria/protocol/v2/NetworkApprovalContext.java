// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code NetworkApprovalContext} of the protocol. */
public final class NetworkApprovalContext extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public NetworkApprovalContext(JsonNode json) {
    super(json);
  }

  /** {@return {@code host}} */
  public String host() {
    return Wire.text(json(), "host");
  }

  /** {@return {@code protocol}} */
  public NetworkApprovalProtocol protocol() {
    return Wire.required(json(), "protocol", NetworkApprovalProtocol::read);
  }
}
