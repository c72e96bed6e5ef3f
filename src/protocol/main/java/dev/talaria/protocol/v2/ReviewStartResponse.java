// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The result of {@code review/start}. */
public final class ReviewStartResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ReviewStartResponse(JsonNode json) {
    super(json);
  }

  /**
   * The thread id supplied to `review/start`.
   *
   * @return {@code reviewThreadId}
   */
  public String reviewThreadId() {
    return Wire.text(json(), "reviewThreadId");
  }

  /** {@return {@code turn}} */
  public CodexTurn turn() {
    return Wire.required(json(), "turn", CodexTurn::new);
  }
}
