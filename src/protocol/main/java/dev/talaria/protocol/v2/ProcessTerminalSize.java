// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** PTY size in character cells for `process/spawn` PTY sessions. */
public final class ProcessTerminalSize extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ProcessTerminalSize(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param cols {@code cols}
   * @param rows {@code rows}
   * @return a value with these fields
   */
  public static ProcessTerminalSize of(int cols, int rows) {
    return new ProcessTerminalSize(Wire.object("cols", cols, "rows", rows));
  }

  /**
   * Terminal width in character cells.
   *
   * @return {@code cols}
   */
  public int cols() {
    return Wire.required(json(), "cols", Wire::integer);
  }

  /**
   * Terminal height in character cells.
   *
   * @return {@code rows}
   */
  public int rows() {
    return Wire.required(json(), "rows", Wire::integer);
  }
}
