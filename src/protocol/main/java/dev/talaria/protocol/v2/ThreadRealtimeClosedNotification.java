// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** EXPERIMENTAL - emitted when thread realtime transport closes. */
public final class ThreadRealtimeClosedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadRealtimeClosedNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code reason}; empty when absent or null} */
  public Optional<String> reason() {
    return Wire.optionalText(json(), "reason");
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
