// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code FunctionCallOutputBody} of the protocol. */
public final class FunctionCallOutputBody extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public FunctionCallOutputBody(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static FunctionCallOutputBody of() {
    return new FunctionCallOutputBody(Wire.object());
  }
}
