// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Map;

/** EXPERIMENTAL. Response payload mapping question ids to answers. */
public final class ToolRequestUserInputResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ToolRequestUserInputResponse(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param answers {@code answers}
   * @return a value with these fields
   */
  public static ToolRequestUserInputResponse of(Map<String, ToolRequestUserInputAnswer> answers) {
    return new ToolRequestUserInputResponse(Wire.object("answers", answers));
  }

  /** {@return {@code answers}} */
  public Map<String, ToolRequestUserInputAnswer> answers() {
    return Wire.map(json(), "answers", ToolRequestUserInputAnswer::new);
  }
}
