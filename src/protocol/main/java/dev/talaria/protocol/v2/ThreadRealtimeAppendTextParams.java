// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** EXPERIMENTAL - append text input to thread realtime. */
@Experimental
public final class ThreadRealtimeAppendTextParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadRealtimeAppendTextParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param text {@code text}
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ThreadRealtimeAppendTextParams of(String text, String threadId) {
    return new ThreadRealtimeAppendTextParams(Wire.object("text", text, "threadId", threadId));
  }

  /** {@return {@code role}; empty when absent or null} */
  public Optional<ConversationTextRole> role() {
    return Wire.optional(json(), "role", ConversationTextRole::read);
  }

  /**
   * Sets {@code role}.
   *
   * @param value not null
   * @return a copy with it
   */
  public ThreadRealtimeAppendTextParams role(ConversationTextRole value) {
    return new ThreadRealtimeAppendTextParams(Wire.with(json(), "role", value));
  }

  /** {@return {@code text}} */
  public String text() {
    return Wire.text(json(), "text");
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
