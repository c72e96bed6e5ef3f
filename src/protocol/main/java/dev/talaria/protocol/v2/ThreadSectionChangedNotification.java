// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** Broadcast after a successful move into, within, or out of a section. */
public final class ThreadSectionChangedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadSectionChangedNotification(JsonNode json) {
    super(json);
  }

  /**
   * Destination section, or `null` when the thread was removed from its section.
   *
   * @return {@code sectionId}; empty when absent or null
   */
  public Optional<String> sectionId() {
    return Wire.optionalText(json(), "sectionId");
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
