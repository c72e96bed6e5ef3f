// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** What {@code turn/started} tells. */
public final class TurnStartedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public TurnStartedNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }

  /** {@return {@code turn}} */
  public CodexTurn turn() {
    return Wire.required(json(), "turn", CodexTurn::new);
  }
}
