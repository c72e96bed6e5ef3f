// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The params of {@code thread/backgroundTerminals/clean}. */
@Experimental
public final class ThreadBackgroundTerminalsCleanParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadBackgroundTerminalsCleanParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ThreadBackgroundTerminalsCleanParams of(String threadId) {
    return new ThreadBackgroundTerminalsCleanParams(Wire.object("threadId", threadId));
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
