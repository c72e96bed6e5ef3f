package dev.talaria.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * How much of the account's limits is used: member {@code rateLimits} of {@code
 * account/rateLimits/updated} (0.125.0 to 0.169.0). Immutable.
 *
 * @param usedPercent how much of the window that is used most, 0 to 100
 * @param resetsAt when that window begins anew, if Codex said so
 */
public record AccountLimits(double usedPercent, Optional<Instant> resetsAt) {

  /** Reads the member; empty when it names no window. */
  public static Optional<AccountLimits> of(JsonNode rateLimits) {
    AccountLimits fullest = null;
    for (String name : new String[] {"primary", "secondary"}) {
      JsonNode window = rateLimits.path(name);
      JsonNode used = window.path("usedPercent");
      if (used.isNumber() && (fullest == null || used.asDouble() > fullest.usedPercent)) {
        fullest = new AccountLimits(used.asDouble(), instant(window.path("resetsAt")));
      }
    }
    return Optional.ofNullable(fullest);
  }

  private static Optional<Instant> instant(JsonNode seconds) {
    return seconds.isIntegralNumber()
        ? Optional.of(Instant.ofEpochSecond(seconds.asLong()))
        : Optional.empty();
  }
}
