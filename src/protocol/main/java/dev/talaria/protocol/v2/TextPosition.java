// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code TextPosition} of the protocol. */
public final class TextPosition extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public TextPosition(JsonNode json) {
    super(json);
  }

  /**
   * 1-based column number (in Unicode scalar values).
   *
   * @return {@code column}
   */
  public long column() {
    return Wire.required(json(), "column", Wire::longInteger);
  }

  /**
   * 1-based line number.
   *
   * @return {@code line}
   */
  public long line() {
    return Wire.required(json(), "line", Wire::longInteger);
  }
}
