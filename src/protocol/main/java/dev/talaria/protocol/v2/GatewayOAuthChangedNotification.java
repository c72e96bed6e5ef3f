// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** What {@code account/gatewayOAuth/changed} tells. */
public final class GatewayOAuthChangedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public GatewayOAuthChangedNotification(JsonNode json) {
    super(json);
  }

  /**
   * Authorization handoff, sent only to the connection that started login.
   *
   * @return {@code authUrl}; empty when absent or null
   */
  public Optional<String> authUrl() {
    return Wire.optionalText(json(), "authUrl");
  }

  /** {@return {@code error}; empty when absent or null} */
  public Optional<String> error() {
    return Wire.optionalText(json(), "error");
  }

  /**
   * Identifies the completed device login attempt.
   *
   * @return {@code loginId}; empty when absent or null
   */
  public Optional<String> loginId() {
    return Wire.optionalText(json(), "loginId");
  }

  /** {@return {@code providerId}} */
  public String providerId() {
    return Wire.text(json(), "providerId");
  }

  /** {@return {@code status}} */
  public GatewayOAuthStatus status() {
    return Wire.required(json(), "status", GatewayOAuthStatus::read);
  }
}
