// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code UserVerificationFailureReason} of the protocol. */
@Experimental
public enum UserVerificationFailureReason implements WireEnum {
  /** {@code authenticationFailed}. */
  AUTHENTICATION_FAILED("authenticationFailed"),
  /** {@code timeout}. */
  TIMEOUT("timeout"),
  /** {@code providerError}. */
  PROVIDER_ERROR("providerError"),
  /** {@code serviceError}. */
  SERVICE_ERROR("serviceError"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  UserVerificationFailureReason(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return Wire.sent(wire);
  }

  /**
   * {@return the constant of a string}
   *
   * @param json a string
   */
  public static UserVerificationFailureReason read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
