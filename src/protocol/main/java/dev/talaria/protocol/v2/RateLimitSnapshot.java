// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code RateLimitSnapshot} of the protocol. */
public final class RateLimitSnapshot extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public RateLimitSnapshot(JsonNode json) {
    super(json);
  }

  /** {@return {@code credits}; empty when absent or null} */
  public Optional<CreditsSnapshot> credits() {
    return Wire.optional(json(), "credits", CreditsSnapshot::new);
  }

  /** {@return {@code individualLimit}; empty when absent or null} */
  public Optional<SpendControlLimitSnapshot> individualLimit() {
    return Wire.optional(json(), "individualLimit", SpendControlLimitSnapshot::new);
  }

  /** {@return {@code limitId}; empty when absent or null} */
  public Optional<String> limitId() {
    return Wire.optionalText(json(), "limitId");
  }

  /** {@return {@code limitName}; empty when absent or null} */
  public Optional<String> limitName() {
    return Wire.optionalText(json(), "limitName");
  }

  /**
   * Normal model whose display name and reasoning options describe this quota alias.
   *
   * @return {@code normalModelSlug}; empty when absent or null
   */
  public Optional<String> normalModelSlug() {
    return Wire.optionalText(json(), "normalModelSlug");
  }

  /** {@return {@code planType}; empty when absent or null} */
  public Optional<PlanType> planType() {
    return Wire.optional(json(), "planType", PlanType::read);
  }

  /** {@return {@code primary}; empty when absent or null} */
  public Optional<RateLimitWindow> primary() {
    return Wire.optional(json(), "primary", RateLimitWindow::new);
  }

  /** {@return {@code rateLimitReachedType}; empty when absent or null} */
  public Optional<RateLimitReachedType> rateLimitReachedType() {
    return Wire.optional(json(), "rateLimitReachedType", RateLimitReachedType::read);
  }

  /** {@return {@code secondary}; empty when absent or null} */
  public Optional<RateLimitWindow> secondary() {
    return Wire.optional(json(), "secondary", RateLimitWindow::new);
  }

  /**
   * Backend-reported spend-control state. `None` is unavailable, not a sparse-update recovery.
   *
   * @return {@code spendControlReached}; empty when absent or null
   */
  public Optional<Boolean> spendControlReached() {
    return Wire.optional(json(), "spendControlReached", Wire::flag);
  }
}
