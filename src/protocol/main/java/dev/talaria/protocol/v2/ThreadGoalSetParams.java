// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The params of {@code thread/goal/set}. */
public final class ThreadGoalSetParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadGoalSetParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ThreadGoalSetParams of(String threadId) {
    return new ThreadGoalSetParams(Wire.object("threadId", threadId));
  }

  /** {@return {@code objective}; empty when absent or null} */
  public Optional<String> objective() {
    return Wire.optionalText(json(), "objective");
  }

  /**
   * Sets {@code objective}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadGoalSetParams objective(String value) {
    return new ThreadGoalSetParams(Wire.with(json(), "objective", value));
  }

  /**
   * Missing provenance does not supply user authorization.
   *
   * @return {@code origin}; empty when absent or null
   */
  public Optional<ThreadGoalMutationOrigin> origin() {
    return Wire.optional(json(), "origin", ThreadGoalMutationOrigin::read);
  }

  /**
   * Sets {@code origin}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadGoalSetParams origin(ThreadGoalMutationOrigin value) {
    return new ThreadGoalSetParams(Wire.with(json(), "origin", value));
  }

  /** {@return {@code status}; empty when absent or null} */
  public Optional<ThreadGoalStatus> status() {
    return Wire.optional(json(), "status", ThreadGoalStatus::read);
  }

  /**
   * Sets {@code status}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadGoalSetParams status(ThreadGoalStatus value) {
    return new ThreadGoalSetParams(Wire.with(json(), "status", value));
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }

  /** {@return {@code tokenBudget}; empty when absent or null} */
  public Optional<Long> tokenBudget() {
    return Wire.optional(json(), "tokenBudget", Wire::longInteger);
  }

  /**
   * Sets {@code tokenBudget}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadGoalSetParams tokenBudget(Long value) {
    return new ThreadGoalSetParams(Wire.with(json(), "tokenBudget", value));
  }
}
