// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** EXPERIMENTAL - emitted when thread realtime startup is accepted. */
public final class ThreadRealtimeStartedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadRealtimeStartedNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code realtimeSessionId}; empty when absent or null} */
  public Optional<String> realtimeSessionId() {
    return Wire.optionalText(json(), "realtimeSessionId");
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }

  /** {@return {@code version}} */
  public RealtimeConversationVersion version() {
    return Wire.required(json(), "version", RealtimeConversationVersion::read);
  }
}
