// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** Authorize a configured provider without changing the default or any thread's provider. */
public final class GatewayOAuthLoginParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public GatewayOAuthLoginParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static GatewayOAuthLoginParams of() {
    return new GatewayOAuthLoginParams(Wire.object());
  }

  /**
   * Select device authorization when the server advertises support for it.
   *
   * @return {@code deviceAuth}; empty when absent or null
   */
  public Optional<Boolean> deviceAuth() {
    return Wire.optional(json(), "deviceAuth", Wire::flag);
  }

  /**
   * Sets {@code deviceAuth}.
   *
   * @param value not null
   * @return a copy with it
   */
  public GatewayOAuthLoginParams deviceAuth(boolean value) {
    return new GatewayOAuthLoginParams(Wire.with(json(), "deviceAuth", value));
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
  public GatewayOAuthLoginParams modelProvider(String value) {
    return new GatewayOAuthLoginParams(Wire.with(json(), "modelProvider", value));
  }
}
