// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;

/** {@code McpElicitationMultiSelectEnumSchema} of the protocol. */
public final class McpElicitationMultiSelectEnumSchema extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public McpElicitationMultiSelectEnumSchema(JsonNode json) {
    super(json);
  }
}
