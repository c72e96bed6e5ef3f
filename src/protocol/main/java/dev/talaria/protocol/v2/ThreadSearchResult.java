// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code ThreadSearchResult} of the protocol. */
public final class ThreadSearchResult extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadSearchResult(JsonNode json) {
    super(json);
  }

  /** {@return {@code snippet}} */
  public String snippet() {
    return Wire.text(json(), "snippet");
  }

  /** {@return {@code thread}} */
  public CodexThread thread() {
    return Wire.required(json(), "thread", CodexThread::new);
  }
}
