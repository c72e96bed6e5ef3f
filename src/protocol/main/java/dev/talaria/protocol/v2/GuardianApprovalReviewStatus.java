// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** [UNSTABLE] Lifecycle state for an approval auto-review. */
public enum GuardianApprovalReviewStatus implements WireEnum {
  /** {@code inProgress}. */
  IN_PROGRESS("inProgress"),
  /** {@code approved}. */
  APPROVED("approved"),
  /** {@code denied}. */
  DENIED("denied"),
  /** {@code timedOut}. */
  TIMED_OUT("timedOut"),
  /** {@code aborted}. */
  ABORTED("aborted"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  GuardianApprovalReviewStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return Wire.sent(wire);
  }

  /**
   * {@return the constant of a string}
   *
   * @param json a string
   */
  public static GuardianApprovalReviewStatus read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
