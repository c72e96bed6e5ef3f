// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** What {@code thread/started} tells. */
public final class ThreadStartedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadStartedNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code thread}} */
  public CodexThread thread() {
    return Wire.required(json(), "thread", CodexThread::new);
  }
}
