// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The answer to {@code attestation/generate}. */
public final class AttestationGenerateResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AttestationGenerateResponse(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param token {@code token}
   * @return a value with these fields
   */
  public static AttestationGenerateResponse of(String token) {
    return new AttestationGenerateResponse(Wire.object("token", token));
  }

  /**
   * Opaque client attestation token.
   *
   * @return {@code token}
   */
  public String token() {
    return Wire.text(json(), "token");
  }
}
