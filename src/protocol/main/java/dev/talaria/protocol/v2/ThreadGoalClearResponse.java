// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The result of {@code thread/goal/clear}. */
public final class ThreadGoalClearResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadGoalClearResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code cleared}} */
  public boolean cleared() {
    return Wire.required(json(), "cleared", Wire::flag);
  }
}
