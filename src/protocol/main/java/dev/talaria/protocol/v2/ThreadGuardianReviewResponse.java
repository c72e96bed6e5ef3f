// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The result of {@code thread/guardianReview}. */
@Experimental
public final class ThreadGuardianReviewResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadGuardianReviewResponse(JsonNode json) {
    super(json);
  }

  /**
   * Null when current policy or a remembered approval skips review.
   *
   * @return {@code assessment}; empty when absent or null
   */
  public Optional<ThreadGuardianAssessment> assessment() {
    return Wire.optional(json(), "assessment", ThreadGuardianAssessment::new);
  }

  /** {@return {@code callId}} */
  public String callId() {
    return Wire.text(json(), "callId");
  }
}
