// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** EXPERIMENTAL - role-bearing text item included when a realtime V3 session starts. */
public final class ThreadRealtimeInitialItem extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadRealtimeInitialItem(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param role {@code role}
   * @param text {@code text}
   * @return a value with these fields
   */
  public static ThreadRealtimeInitialItem of(ConversationTextRole role, String text) {
    return new ThreadRealtimeInitialItem(Wire.object("role", role, "text", text));
  }

  /** {@return {@code role}} */
  public ConversationTextRole role() {
    return Wire.required(json(), "role", ConversationTextRole::read);
  }

  /** {@return {@code text}} */
  public String text() {
    return Wire.text(json(), "text");
  }
}
