// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code TextRange} of the protocol. */
public final class TextRange extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public TextRange(JsonNode json) {
    super(json);
  }

  /** {@return {@code end}} */
  public TextPosition end() {
    return Wire.required(json(), "end", TextPosition::new);
  }

  /** {@return {@code start}} */
  public TextPosition start() {
    return Wire.required(json(), "start", TextPosition::new);
  }
}
