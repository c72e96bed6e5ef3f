// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code UserVerificationUnavailableReason} of the protocol. */
@Experimental
public enum UserVerificationUnavailableReason implements WireEnum {
  /** {@code credentialMissing}. */
  CREDENTIAL_MISSING("credentialMissing"),
  /** {@code biometricsUnavailable}. */
  BIOMETRICS_UNAVAILABLE("biometricsUnavailable"),
  /** {@code providerUnavailable}. */
  PROVIDER_UNAVAILABLE("providerUnavailable"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  UserVerificationUnavailableReason(String wire) {
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
  public static UserVerificationUnavailableReason read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
