// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/**
 * Public metadata for a created or reused local credential. The caller completes backend
 * registration; this response does not establish server enrollment. Older app-servers omit the
 * metadata fields; callers must check both before registration.
 */
@Experimental
public final class UserVerificationEnrollResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public UserVerificationEnrollResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code algorithm}; empty when absent or null} */
  public Optional<String> algorithm() {
    return Wire.optionalText(json(), "algorithm");
  }

  /** {@return {@code credentialId}} */
  public String credentialId() {
    return Wire.text(json(), "credentialId");
  }

  /**
   * Unpadded base64url of the SubjectPublicKeyInfo DER encoding.
   *
   * @return {@code publicKey}; empty when absent or null
   */
  public Optional<String> publicKey() {
    return Wire.optionalText(json(), "publicKey");
  }
}
