// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** Read credential readiness for a configured provider without starting browser login. */
public final class GatewayOAuthReadParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public GatewayOAuthReadParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static GatewayOAuthReadParams of() {
    return new GatewayOAuthReadParams(Wire.object());
  }

  /**
   * Defaults to the current provider when omitted.
   *
   * @return {@code modelProvider}; empty when absent or null
   */
  public Optional<String> modelProvider() {
    return Wire.optionalText(json(), "modelProvider");
  }

  /**
   * Sets {@code modelProvider}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public GatewayOAuthReadParams modelProvider(String value) {
    return new GatewayOAuthReadParams(Wire.with(json(), "modelProvider", value));
  }
}
