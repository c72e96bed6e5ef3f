// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** Usage-read capabilities of the requesting client, never inferred from its experiment arm. */
public final class GetAccountRateLimitsParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public GetAccountRateLimitsParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static GetAccountRateLimitsParams of() {
    return new GetAccountRateLimitsParams(Wire.object());
  }

  /**
   * Skip the separate reset-credit detail lookup for background usage polls. The usage response
   * still includes the available count; omitted/false preserves detailed reads.
   *
   * @return {@code excludeResetCreditDetails}; empty when absent or null
   */
  public Optional<Boolean> excludeResetCreditDetails() {
    return Wire.optional(json(), "excludeResetCreditDetails", Wire::flag);
  }

  /**
   * Sets {@code excludeResetCreditDetails}.
   *
   * @param value not null
   * @return a copy with it
   */
  public GetAccountRateLimitsParams excludeResetCreditDetails(boolean value) {
    return new GetAccountRateLimitsParams(Wire.with(json(), "excludeResetCreditDetails", value));
  }

  /**
   * The client supports automatic Luna Reserve fallback. For eligible ChatGPT CLI users, allow
   * the backend to record experiment exposure after ordinary usage is blocked.
   *
   * @return {@code supportsLunaReserve}; empty when absent or null
   */
  public Optional<Boolean> supportsLunaReserve() {
    return Wire.optional(json(), "supportsLunaReserve", Wire::flag);
  }

  /**
   * Sets {@code supportsLunaReserve}.
   *
   * @param value not null
   * @return a copy with it
   */
  public GetAccountRateLimitsParams supportsLunaReserve(boolean value) {
    return new GetAccountRateLimitsParams(Wire.with(json(), "supportsLunaReserve", value));
  }
}
