// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The result of {@code thread/goal/get}. */
public final class ThreadGoalGetResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadGoalGetResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code goal}; empty when absent or null} */
  public Optional<ThreadGoal> goal() {
    return Wire.optional(json(), "goal", ThreadGoal::new);
  }
}
