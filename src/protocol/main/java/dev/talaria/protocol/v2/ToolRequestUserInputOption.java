// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** EXPERIMENTAL. Defines a single selectable option for request_user_input. */
public final class ToolRequestUserInputOption extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ToolRequestUserInputOption(JsonNode json) {
    super(json);
  }

  /** {@return {@code description}} */
  public String description() {
    return Wire.text(json(), "description");
  }

  /** {@return {@code label}} */
  public String label() {
    return Wire.text(json(), "label");
  }
}
