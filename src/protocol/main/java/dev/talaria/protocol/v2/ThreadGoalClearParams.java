// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The params of {@code thread/goal/clear}. */
public final class ThreadGoalClearParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadGoalClearParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ThreadGoalClearParams of(String threadId) {
    return new ThreadGoalClearParams(Wire.object("threadId", threadId));
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
  public ThreadGoalClearParams origin(ThreadGoalMutationOrigin value) {
    return new ThreadGoalClearParams(Wire.with(json(), "origin", value));
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
