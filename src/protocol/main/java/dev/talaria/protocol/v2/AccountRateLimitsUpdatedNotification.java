// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/**
 * Sparse rolling rate-limit update.
 *
 * <p>Clients should merge available values into the most recent `account/rateLimits/read`
 * response or refetch that snapshot. Nullable account metadata may be unavailable in a rolling
 * update and does not clear a previously observed value.
 */
public final class AccountRateLimitsUpdatedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AccountRateLimitsUpdatedNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code rateLimits}} */
  public RateLimitSnapshot rateLimits() {
    return Wire.required(json(), "rateLimits", RateLimitSnapshot::new);
  }
}
