// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** Parameters for moving a thread within a server-owned section ordering. */
public final class ThreadSectionMoveParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadSectionMoveParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param sectionId {@code sectionId}; may be null
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ThreadSectionMoveParams of(String sectionId, String threadId) {
    return new ThreadSectionMoveParams(Wire.object("sectionId", sectionId, "threadId", threadId));
  }

  /**
   * Existing thread to insert before; omission or null appends to the section.
   *
   * @return {@code beforeThreadId}; empty when absent or null
   */
  public Optional<String> beforeThreadId() {
    return Wire.optionalText(json(), "beforeThreadId");
  }

  /**
   * Sets {@code beforeThreadId}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadSectionMoveParams beforeThreadId(String value) {
    return new ThreadSectionMoveParams(Wire.with(json(), "beforeThreadId", value));
  }

  /**
   * Destination section, or `null` to remove the thread from its section.
   *
   * @return {@code sectionId}; empty when absent or null
   */
  public Optional<String> sectionId() {
    return Wire.optionalText(json(), "sectionId");
  }

  /**
   * Thread to move into, within, or out of a section.
   *
   * @return {@code threadId}
   */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
