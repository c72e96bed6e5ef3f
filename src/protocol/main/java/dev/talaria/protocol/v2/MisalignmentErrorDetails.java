// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code MisalignmentErrorDetails} of the protocol. */
public final class MisalignmentErrorDetails extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public MisalignmentErrorDetails(JsonNode json) {
    super(json);
  }

  /**
   * A substantive localized explanation is required before offering continuation.
   *
   * @return {@code detailedExplanation}; empty when absent or null
   */
  public Optional<String> detailedExplanation() {
    return Wire.optionalText(json(), "detailedExplanation");
  }

  /**
   * Open-ended classification; clients must accept categories added by Responses.
   *
   * @return {@code errorType}; empty when absent or null
   */
  public Optional<String> errorType() {
    return Wire.optionalText(json(), "errorType");
  }

  /**
   * Opaque server-issued block target. Presence alone does not enable target-based continuation.
   *
   * @return {@code reviewTarget}; empty when absent or null
   */
  public Optional<String> reviewTarget() {
    return Wire.optionalText(json(), "reviewTarget");
  }

  /**
   * Instruction to submit as the next turn's user input if continuation is confirmed.
   *
   * @return {@code steer}; empty when absent or null
   */
  public Optional<MisalignmentSteer> steer() {
    return Wire.optional(json(), "steer", MisalignmentSteer::new);
  }
}
