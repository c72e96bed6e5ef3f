// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The result of {@code account/sendAddCreditsNudgeEmail}. */
public final class SendAddCreditsNudgeEmailResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public SendAddCreditsNudgeEmailResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code status}} */
  public AddCreditsNudgeEmailStatus status() {
    return Wire.required(json(), "status", AddCreditsNudgeEmailStatus::read);
  }
}
