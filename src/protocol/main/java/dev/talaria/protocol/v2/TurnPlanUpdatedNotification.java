// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** What {@code turn/plan/updated} tells. */
public final class TurnPlanUpdatedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public TurnPlanUpdatedNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code explanation}; empty when absent or null} */
  public Optional<String> explanation() {
    return Wire.optionalText(json(), "explanation");
  }

  /** {@return {@code plan}} */
  public List<TurnPlanStep> plan() {
    return Wire.list(json(), "plan", TurnPlanStep::new);
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }

  /** {@return {@code turnId}} */
  public String turnId() {
    return Wire.text(json(), "turnId");
  }
}
