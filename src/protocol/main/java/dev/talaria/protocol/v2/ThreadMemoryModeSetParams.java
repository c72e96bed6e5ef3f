// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The params of {@code thread/memoryMode/set}. */
@Experimental
public final class ThreadMemoryModeSetParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadMemoryModeSetParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param mode {@code mode}
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ThreadMemoryModeSetParams of(ThreadMemoryMode mode, String threadId) {
    return new ThreadMemoryModeSetParams(Wire.object("mode", mode, "threadId", threadId));
  }

  /** {@return {@code mode}} */
  public ThreadMemoryMode mode() {
    return Wire.required(json(), "mode", ThreadMemoryMode::read);
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
