// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code McpElicitationConstOption} of the protocol. */
public final class McpElicitationConstOption extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public McpElicitationConstOption(JsonNode json) {
    super(json);
  }

  /** {@return {@code const}} */
  public String const_() {
    return Wire.text(json(), "const");
  }

  /** {@return {@code title}} */
  public String title() {
    return Wire.text(json(), "title");
  }
}
