// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** {@code AsyncUserInputQuestion} of the protocol. */
public final class AsyncUserInputQuestion extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AsyncUserInputQuestion(JsonNode json) {
    super(json);
  }

  /** {@return {@code options}; empty also when absent or null} */
  public List<String> options() {
    return Wire.list(json(), "options", Wire::text);
  }

  /** {@return {@code title}} */
  public String title() {
    return Wire.text(json(), "title");
  }
}
