// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/**
 * The first unread position in a durable local thread. A null position means read. The opaque
 * revision guards edits against activity or marks the caller has not seen.
 */
public final class ThreadReadState extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadReadState(JsonNode json) {
    super(json);
  }

  /** {@return {@code firstUnread}; empty when absent or null} */
  public Optional<ThreadUnreadPosition> firstUnread() {
    return Wire.optional(json(), "firstUnread", ThreadUnreadPosition::read);
  }

  /** {@return {@code revision}} */
  public String revision() {
    return Wire.text(json(), "revision");
  }
}
