// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** A signature over the exact decoded challenge. The verifier validates and consumes it. */
@Experimental
public final class UserVerificationProof extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public UserVerificationProof(JsonNode json) {
    super(json);
  }

  /** {@return {@code credentialId}} */
  public String credentialId() {
    return Wire.text(json(), "credentialId");
  }

  /**
   * Unpadded base64url DER ECDSA signature using P-256 and SHA-256.
   *
   * @return {@code signature}
   */
  public String signature() {
    return Wire.text(json(), "signature");
  }
}
