// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The result of {@code thread/queue/start}. */
@Experimental
public final class ThreadQueueStartResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadQueueStartResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code turn}} */
  public CodexTurn turn() {
    return Wire.required(json(), "turn", CodexTurn::new);
  }
}
