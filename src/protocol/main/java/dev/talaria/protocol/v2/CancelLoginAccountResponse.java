// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The result of {@code account/login/cancel}. */
public final class CancelLoginAccountResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public CancelLoginAccountResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code status}} */
  public CancelLoginAccountStatus status() {
    return Wire.required(json(), "status", CancelLoginAccountStatus::read);
  }
}
