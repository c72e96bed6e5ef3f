// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code WorkspaceRouting} of the protocol. */
public final class WorkspaceRouting extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public WorkspaceRouting(JsonNode json) {
    super(json);
  }

  /** {@return {@code accountRoutingOverride}} */
  public AccountRoutingOverride accountRoutingOverride() {
    return Wire.required(json(), "accountRoutingOverride", AccountRoutingOverride::read);
  }

  /** {@return {@code backendOrigin}} */
  public String backendOrigin() {
    return Wire.text(json(), "backendOrigin");
  }

  /** {@return {@code chatgptAccountId}} */
  public String chatgptAccountId() {
    return Wire.text(json(), "chatgptAccountId");
  }
}
