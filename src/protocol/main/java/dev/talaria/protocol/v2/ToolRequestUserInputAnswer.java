// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** EXPERIMENTAL. Captures a user's answer to a request_user_input question. */
public final class ToolRequestUserInputAnswer extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ToolRequestUserInputAnswer(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param answers {@code answers}
   * @return a value with these fields
   */
  public static ToolRequestUserInputAnswer of(List<String> answers) {
    return new ToolRequestUserInputAnswer(Wire.object("answers", answers));
  }

  /** {@return {@code answers}} */
  public List<String> answers() {
    return Wire.list(json(), "answers", Wire::text);
  }
}
