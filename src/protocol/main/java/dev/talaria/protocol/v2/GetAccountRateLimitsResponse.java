// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Map;
import java.util.Optional;

/** The result of {@code account/rateLimits/read}. */
public final class GetAccountRateLimitsResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public GetAccountRateLimitsResponse(JsonNode json) {
    super(json);
  }

  /**
   * Account associated with this usage snapshot, when supplied by the backend.
   *
   * @return {@code accountId}; empty when absent or null
   */
  public Optional<String> accountId() {
    return Wire.optionalText(json(), "accountId");
  }

  /**
   * Backend permission for ordinary included usage, validated against the active account. Null
   * means unavailable; clients must not infer recovery from percentages or reset times.
   *
   * @return {@code ordinaryUsageAllowed}; empty when absent or null
   */
  public Optional<Boolean> ordinaryUsageAllowed() {
    return Wire.optional(json(), "ordinaryUsageAllowed", Wire::flag);
  }

  /** {@return {@code rateLimitResetCredits}; empty when absent or null} */
  public Optional<RateLimitResetCreditsSummary> rateLimitResetCredits() {
    return Wire.optional(json(), "rateLimitResetCredits", RateLimitResetCreditsSummary::new);
  }

  /**
   * Optional backend-owned banner from the same usage read. Its nested keys retain the backend's
   * snake_case contract; an absent banner leaves the client's existing UI unchanged.
   *
   * @return {@code rateLimitUpsell}; a missing node when absent
   */
  public JsonNode rateLimitUpsell() {
    return json().path("rateLimitUpsell");
  }

  /**
   * Backward-compatible single-bucket view; mirrors the historical payload.
   *
   * @return {@code rateLimits}
   */
  public RateLimitSnapshot rateLimits() {
    return Wire.required(json(), "rateLimits", RateLimitSnapshot::new);
  }

  /**
   * Multi-bucket view keyed by metered `limit_id` (for example, `codex`).
   *
   * @return {@code rateLimitsByLimitId}; empty also when absent or null
   */
  public Map<String, RateLimitSnapshot> rateLimitsByLimitId() {
    return Wire.map(json(), "rateLimitsByLimitId", RateLimitSnapshot::new);
  }
}
