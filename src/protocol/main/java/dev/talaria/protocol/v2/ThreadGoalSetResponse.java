// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The result of {@code thread/goal/set}. */
public final class ThreadGoalSetResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadGoalSetResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code goal}} */
  public ThreadGoal goal() {
    return Wire.required(json(), "goal", ThreadGoal::new);
  }
}
