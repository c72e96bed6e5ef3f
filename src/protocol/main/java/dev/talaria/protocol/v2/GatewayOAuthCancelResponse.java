// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;

/** The result of {@code account/gatewayOAuth/cancel}. */
public final class GatewayOAuthCancelResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public GatewayOAuthCancelResponse(JsonNode json) {
    super(json);
  }
}
