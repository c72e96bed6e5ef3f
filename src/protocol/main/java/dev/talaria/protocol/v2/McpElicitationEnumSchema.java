// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;

/** {@code McpElicitationEnumSchema} of the protocol. */
public final class McpElicitationEnumSchema extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public McpElicitationEnumSchema(JsonNode json) {
    super(json);
  }
}
