// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** {@code RateLimitResetCreditsSummary} of the protocol. */
public final class RateLimitResetCreditsSummary extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public RateLimitResetCreditsSummary(JsonNode json) {
    super(json);
  }

  /** {@return {@code availableCount}} */
  public long availableCount() {
    return Wire.required(json(), "availableCount", Wire::longInteger);
  }

  /**
   * Detail rows for available reset credits, when the backend provides them.
   *
   * <p>`null` means only `availableCount` is known, while an empty array means details were
   * fetched and no available credits were returned. The backend may cap this list, so its length
   * can be less than `availableCount`.
   *
   * @return {@code credits}; empty also when absent or null
   */
  public List<RateLimitResetCredit> credits() {
    return Wire.list(json(), "credits", RateLimitResetCredit::new);
  }
}
