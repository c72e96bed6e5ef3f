// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The params of {@code userVerification/enroll}. */
@Experimental
public final class UserVerificationEnrollParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public UserVerificationEnrollParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static UserVerificationEnrollParams of() {
    return new UserVerificationEnrollParams(Wire.object());
  }
}
