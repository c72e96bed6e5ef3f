// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** What {@code hook/completed} tells. */
public final class HookCompletedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public HookCompletedNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code run}} */
  public HookRunSummary run() {
    return Wire.required(json(), "run", HookRunSummary::new);
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
