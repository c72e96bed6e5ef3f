// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The params of {@code thread/backgroundTerminals/terminate}. */
@Experimental
public final class ThreadBackgroundTerminalsTerminateParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadBackgroundTerminalsTerminateParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param processId {@code processId}
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ThreadBackgroundTerminalsTerminateParams of(String processId, String threadId) {
    return new ThreadBackgroundTerminalsTerminateParams(Wire.object("processId", processId, "threadId", threadId));
  }

  /** {@return {@code processId}} */
  public String processId() {
    return Wire.text(json(), "processId");
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
