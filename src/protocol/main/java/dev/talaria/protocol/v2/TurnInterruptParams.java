// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The params of {@code turn/interrupt}. */
public final class TurnInterruptParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public TurnInterruptParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param threadId {@code threadId}
   * @param turnId {@code turnId}
   * @return a value with these fields
   */
  public static TurnInterruptParams of(String threadId, String turnId) {
    return new TurnInterruptParams(Wire.object("threadId", threadId, "turnId", turnId));
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
