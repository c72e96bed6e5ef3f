// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The result of {@code thread/prepareApprovedPlan}. */
@Experimental
public final class ThreadPrepareApprovedPlanResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadPrepareApprovedPlanResponse(JsonNode json) {
    super(json);
  }

  /**
   * Initial user prompt. If no attachment is readable, the plan is already in the thread's
   * context.
   *
   * @return {@code prompt}
   */
  public String prompt() {
    return Wire.text(json(), "prompt");
  }
}
