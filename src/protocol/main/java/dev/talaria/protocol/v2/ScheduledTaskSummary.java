// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code ScheduledTaskSummary} of the protocol. */
public final class ScheduledTaskSummary extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ScheduledTaskSummary(JsonNode json) {
    super(json);
  }

  /** {@return {@code key}} */
  public String key() {
    return Wire.text(json(), "key");
  }

  /** {@return {@code name}} */
  public String name() {
    return Wire.text(json(), "name");
  }

  /** {@return {@code prompt}} */
  public String prompt() {
    return Wire.text(json(), "prompt");
  }

  /** {@return {@code schedule}} */
  public ScheduledTaskSchedule schedule() {
    return Wire.required(json(), "schedule", ScheduledTaskSchedule::read);
  }
}
