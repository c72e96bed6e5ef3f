// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code ThreadGoal} of the protocol. */
public final class ThreadGoal extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadGoal(JsonNode json) {
    super(json);
  }

  /** {@return {@code createdAt}} */
  public long createdAt() {
    return Wire.required(json(), "createdAt", Wire::longInteger);
  }

  /** {@return {@code objective}} */
  public String objective() {
    return Wire.text(json(), "objective");
  }

  /** {@return {@code status}} */
  public ThreadGoalStatus status() {
    return Wire.required(json(), "status", ThreadGoalStatus::read);
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }

  /** {@return {@code timeUsedSeconds}} */
  public long timeUsedSeconds() {
    return Wire.required(json(), "timeUsedSeconds", Wire::longInteger);
  }

  /** {@return {@code tokenBudget}; empty when absent or null} */
  public Optional<Long> tokenBudget() {
    return Wire.optional(json(), "tokenBudget", Wire::longInteger);
  }

  /** {@return {@code tokensUsed}} */
  public long tokensUsed() {
    return Wire.required(json(), "tokensUsed", Wire::longInteger);
  }

  /** {@return {@code updatedAt}} */
  public long updatedAt() {
    return Wire.required(json(), "updatedAt", Wire::longInteger);
  }
}
