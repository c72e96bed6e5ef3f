// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;

/**
 * Acknowledges the cancellation signal; native work may still be finishing. Unknown or finished
 * requests are a no-op, and completed effects are not rolled back.
 */
@Experimental
public final class UserVerificationCancelResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public UserVerificationCancelResponse(JsonNode json) {
    super(json);
  }
}
