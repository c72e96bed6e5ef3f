// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** What {@code thread/goal/updated} tells. */
public final class ThreadGoalUpdatedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadGoalUpdatedNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code goal}} */
  public ThreadGoal goal() {
    return Wire.required(json(), "goal", ThreadGoal::new);
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }

  /** {@return {@code turnId}; empty when absent or null} */
  public Optional<String> turnId() {
    return Wire.optionalText(json(), "turnId");
  }
}
