// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** Local readiness only; this neither prompts nor queries server registration. */
@Experimental
public final class UserVerificationStatusResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public UserVerificationStatusResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code credentialId}; empty when absent or null} */
  public Optional<String> credentialId() {
    return Wire.optionalText(json(), "credentialId");
  }

  /** {@return {@code unavailableMessage}; empty when absent or null} */
  public Optional<String> unavailableMessage() {
    return Wire.optionalText(json(), "unavailableMessage");
  }

  /** {@return {@code unavailableReason}; empty when absent or null} */
  public Optional<UserVerificationUnavailableReason> unavailableReason() {
    return Wire.optional(json(), "unavailableReason", UserVerificationUnavailableReason::read);
  }
}
