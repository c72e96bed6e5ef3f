// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** {@code McpElicitationUntitledEnumItems} of the protocol. */
public final class McpElicitationUntitledEnumItems extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public McpElicitationUntitledEnumItems(JsonNode json) {
    super(json);
  }

  /** {@return {@code enum}} */
  public List<String> enum_() {
    return Wire.list(json(), "enum", Wire::text);
  }

  /** {@return {@code type}} */
  public McpElicitationStringType type() {
    return Wire.required(json(), "type", McpElicitationStringType::read);
  }
}
