// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** Current effective gateway policy and credential readiness; never contains credentials. */
public final class GatewayOAuthReadResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public GatewayOAuthReadResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code error}; empty when absent or null} */
  public Optional<String> error() {
    return Wire.optionalText(json(), "error");
  }

  /** {@return {@code providerId}} */
  public String providerId() {
    return Wire.text(json(), "providerId");
  }

  /** {@return {@code providerName}} */
  public String providerName() {
    return Wire.text(json(), "providerName");
  }

  /**
   * Whether the selected provider uses gateway OAuth, even when already signed in.
   *
   * @return {@code required}
   */
  public boolean required() {
    return Wire.required(json(), "required", Wire::flag);
  }

  /**
   * Null when the effective provider does not use gateway OAuth.
   *
   * @return {@code status}; empty when absent or null
   */
  public Optional<GatewayOAuthStatus> status() {
    return Wire.optional(json(), "status", GatewayOAuthStatus::read);
  }

  /**
   * Whether the administrator configured a device authorization endpoint.
   *
   * @return {@code supportsDeviceAuth}; empty when absent or null
   */
  public Optional<Boolean> supportsDeviceAuth() {
    return Wire.optional(json(), "supportsDeviceAuth", Wire::flag);
  }
}
