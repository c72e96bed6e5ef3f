// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The error object inside the normal JSON-RPC envelope. */
@Experimental
public final class UserVerificationRpcError extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public UserVerificationRpcError(JsonNode json) {
    super(json);
  }

  /** {@return {@code code}} */
  public long code() {
    return Wire.required(json(), "code", Wire::longInteger);
  }

  /** {@return {@code data}} */
  public UserVerificationErrorDetails data() {
    return Wire.required(json(), "data", UserVerificationErrorDetails::read);
  }

  /** {@return {@code message}} */
  public String message() {
    return Wire.text(json(), "message");
  }
}
