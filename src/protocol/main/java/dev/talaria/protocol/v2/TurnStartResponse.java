// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The result of {@code turn/start}. */
public final class TurnStartResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public TurnStartResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code turn}} */
  public CodexTurn turn() {
    return Wire.required(json(), "turn", CodexTurn::new);
  }
}
