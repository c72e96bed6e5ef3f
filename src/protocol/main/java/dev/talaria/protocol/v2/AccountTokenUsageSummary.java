// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code AccountTokenUsageSummary} of the protocol. */
public final class AccountTokenUsageSummary extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AccountTokenUsageSummary(JsonNode json) {
    super(json);
  }

  /** {@return {@code currentStreakDays}; empty when absent or null} */
  public Optional<Long> currentStreakDays() {
    return Wire.optional(json(), "currentStreakDays", Wire::longInteger);
  }

  /** {@return {@code lifetimeTokens}; empty when absent or null} */
  public Optional<Long> lifetimeTokens() {
    return Wire.optional(json(), "lifetimeTokens", Wire::longInteger);
  }

  /** {@return {@code longestRunningTurnSec}; empty when absent or null} */
  public Optional<Long> longestRunningTurnSec() {
    return Wire.optional(json(), "longestRunningTurnSec", Wire::longInteger);
  }

  /** {@return {@code longestStreakDays}; empty when absent or null} */
  public Optional<Long> longestStreakDays() {
    return Wire.optional(json(), "longestStreakDays", Wire::longInteger);
  }

  /** {@return {@code peakDailyTokens}; empty when absent or null} */
  public Optional<Long> peakDailyTokens() {
    return Wire.optional(json(), "peakDailyTokens", Wire::longInteger);
  }
}
