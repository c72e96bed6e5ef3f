// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The result of {@code userVerification/verify}. */
@Experimental
public final class UserVerificationVerifyResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public UserVerificationVerifyResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code proof}} */
  public UserVerificationProof proof() {
    return Wire.required(json(), "proof", UserVerificationProof::new);
  }
}
