// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/**
 * [UNSTABLE] Temporary approval auto-review payload used by `item/autoApprovalReview/*`
 * notifications. This shape is expected to change soon.
 */
public final class GuardianApprovalReview extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public GuardianApprovalReview(JsonNode json) {
    super(json);
  }

  /** {@return {@code rationale}; empty when absent or null} */
  public Optional<String> rationale() {
    return Wire.optionalText(json(), "rationale");
  }

  /** {@return {@code riskLevel}; empty when absent or null} */
  public Optional<GuardianRiskLevel> riskLevel() {
    return Wire.optional(json(), "riskLevel", GuardianRiskLevel::read);
  }

  /** {@return {@code status}} */
  public GuardianApprovalReviewStatus status() {
    return Wire.required(json(), "status", GuardianApprovalReviewStatus::read);
  }

  /** {@return {@code userAuthorization}; empty when absent or null} */
  public Optional<GuardianUserAuthorization> userAuthorization() {
    return Wire.optional(json(), "userAuthorization", GuardianUserAuthorization::read);
  }
}
