// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** The result of {@code account/usage/read}. */
public final class GetAccountTokenUsageResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public GetAccountTokenUsageResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code dailyUsageBuckets}; empty also when absent or null} */
  public List<AccountTokenUsageDailyBucket> dailyUsageBuckets() {
    return Wire.list(json(), "dailyUsageBuckets", AccountTokenUsageDailyBucket::new);
  }

  /** {@return {@code summary}} */
  public AccountTokenUsageSummary summary() {
    return Wire.required(json(), "summary", AccountTokenUsageSummary::new);
  }

  /**
   * Estimated usage when a thread was requested and its billing route is available.
   *
   * @return {@code threadUsage}; empty when absent or null
   */
  public Optional<ThreadUsage> threadUsage() {
    return Wire.optional(json(), "threadUsage", ThreadUsage::new);
  }
}
