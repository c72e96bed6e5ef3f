// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The result of {@code thread/unarchive}. */
public final class ThreadUnarchiveResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadUnarchiveResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code thread}} */
  public CodexThread thread() {
    return Wire.required(json(), "thread", CodexThread::new);
  }
}
