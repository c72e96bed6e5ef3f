// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The result of {@code account/rateLimitResetCredit/consume}. */
public final class ConsumeAccountRateLimitResetCreditResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ConsumeAccountRateLimitResetCreditResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code outcome}} */
  public ConsumeAccountRateLimitResetCreditOutcome outcome() {
    return Wire.required(json(), "outcome", ConsumeAccountRateLimitResetCreditOutcome::read);
  }
}
