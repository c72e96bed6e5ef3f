// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The params of {@code account/rateLimitResetCredit/consume}. */
public final class ConsumeAccountRateLimitResetCreditParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ConsumeAccountRateLimitResetCreditParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param idempotencyKey {@code idempotencyKey}
   * @return a value with these fields
   */
  public static ConsumeAccountRateLimitResetCreditParams of(String idempotencyKey) {
    return new ConsumeAccountRateLimitResetCreditParams(Wire.object("idempotencyKey", idempotencyKey));
  }

  /**
   * Opaque reset-credit identifier to redeem. When omitted, the backend selects the next
   * available credit.
   *
   * @return {@code creditId}; empty when absent or null
   */
  public Optional<String> creditId() {
    return Wire.optionalText(json(), "creditId");
  }

  /**
   * Sets {@code creditId}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ConsumeAccountRateLimitResetCreditParams creditId(String value) {
    return new ConsumeAccountRateLimitResetCreditParams(Wire.with(json(), "creditId", value));
  }

  /**
   * Identifies one logical reset attempt. A UUID is recommended; reuse the same value when
   * retrying that attempt.
   *
   * @return {@code idempotencyKey}
   */
  public String idempotencyKey() {
    return Wire.text(json(), "idempotencyKey");
  }
}
