// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code TurnPlanStep} of the protocol. */
public final class TurnPlanStep extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public TurnPlanStep(JsonNode json) {
    super(json);
  }

  /** {@return {@code status}} */
  public TurnPlanStepStatus status() {
    return Wire.required(json(), "status", TurnPlanStepStatus::read);
  }

  /** {@return {@code step}} */
  public String step() {
    return Wire.text(json(), "step");
  }
}
