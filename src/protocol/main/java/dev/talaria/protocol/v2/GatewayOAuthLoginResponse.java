// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The result of {@code account/gatewayOAuth/login}. */
public final class GatewayOAuthLoginResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public GatewayOAuthLoginResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code prompt}; empty when absent or null} */
  public Optional<GatewayOAuthPrompt> prompt() {
    return Wire.optional(json(), "prompt", GatewayOAuthPrompt::new);
  }
}
