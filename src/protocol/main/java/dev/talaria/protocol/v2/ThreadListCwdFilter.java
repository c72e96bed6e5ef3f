// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code ThreadListCwdFilter} of the protocol. */
public final class ThreadListCwdFilter extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadListCwdFilter(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static ThreadListCwdFilter of() {
    return new ThreadListCwdFilter(Wire.object());
  }
}
