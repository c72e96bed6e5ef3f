// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code RateLimitResetCredit} of the protocol. */
public final class RateLimitResetCredit extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public RateLimitResetCredit(JsonNode json) {
    super(json);
  }

  /**
   * Backend-provided display description for this credit, or `null` when unavailable.
   *
   * @return {@code description}; empty when absent or null
   */
  public Optional<String> description() {
    return Wire.optionalText(json(), "description");
  }

  /**
   * Unix timestamp in seconds when the credit expires, or `null` if it does not expire.
   *
   * @return {@code expiresAt}; empty when absent or null
   */
  public Optional<Long> expiresAt() {
    return Wire.optional(json(), "expiresAt", Wire::longInteger);
  }

  /**
   * Unix timestamp in seconds when the credit was granted.
   *
   * @return {@code grantedAt}
   */
  public long grantedAt() {
    return Wire.required(json(), "grantedAt", Wire::longInteger);
  }

  /**
   * Opaque backend identifier for this reset credit.
   *
   * @return {@code id}
   */
  public String id() {
    return Wire.text(json(), "id");
  }

  /** {@return {@code resetType}} */
  public RateLimitResetType resetType() {
    return Wire.required(json(), "resetType", RateLimitResetType::read);
  }

  /** {@return {@code status}} */
  public RateLimitResetCreditStatus status() {
    return Wire.required(json(), "status", RateLimitResetCreditStatus::read);
  }

  /**
   * Backend-provided display title for this credit, or `null` when unavailable.
   *
   * @return {@code title}; empty when absent or null
   */
  public Optional<String> title() {
    return Wire.optionalText(json(), "title");
  }
}
