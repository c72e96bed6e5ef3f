// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/**
 * Cancels a native verification RPC issued on this connection, not an elicitation. Use a fresh
 * request ID for each operation and a distinct ID for this cancellation RPC.
 */
@Experimental
public final class UserVerificationCancelParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public UserVerificationCancelParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param requestId {@code requestId}
   * @return a value with these fields
   */
  public static UserVerificationCancelParams of(RequestId requestId) {
    return new UserVerificationCancelParams(Wire.object("requestId", requestId));
  }

  /** {@return {@code requestId}} */
  public RequestId requestId() {
    return Wire.required(json(), "requestId", RequestId::new);
  }
}
