// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code ThreadGuardianAssessment} of the protocol. */
@Experimental
public final class ThreadGuardianAssessment extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadGuardianAssessment(JsonNode json) {
    super(json);
  }

  /** {@return {@code outcome}} */
  public GuardianAssessmentOutcome outcome() {
    return Wire.required(json(), "outcome", GuardianAssessmentOutcome::read);
  }

  /** {@return {@code rationale}} */
  public String rationale() {
    return Wire.text(json(), "rationale");
  }

  /** {@return {@code riskLevel}} */
  public GuardianRiskLevel riskLevel() {
    return Wire.required(json(), "riskLevel", GuardianRiskLevel::read);
  }

  /** {@return {@code userAuthorization}} */
  public GuardianUserAuthorization userAuthorization() {
    return Wire.required(json(), "userAuthorization", GuardianUserAuthorization::read);
  }
}
