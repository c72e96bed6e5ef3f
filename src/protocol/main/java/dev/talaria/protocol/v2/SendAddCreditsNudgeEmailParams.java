// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The params of {@code account/sendAddCreditsNudgeEmail}. */
public final class SendAddCreditsNudgeEmailParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public SendAddCreditsNudgeEmailParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param creditType {@code creditType}
   * @return a value with these fields
   */
  public static SendAddCreditsNudgeEmailParams of(AddCreditsNudgeCreditType creditType) {
    return new SendAddCreditsNudgeEmailParams(Wire.object("creditType", creditType));
  }

  /** {@return {@code creditType}} */
  public AddCreditsNudgeCreditType creditType() {
    return Wire.required(json(), "creditType", AddCreditsNudgeCreditType::read);
  }
}
