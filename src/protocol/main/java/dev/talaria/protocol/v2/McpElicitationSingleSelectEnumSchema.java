// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;

/** {@code McpElicitationSingleSelectEnumSchema} of the protocol. */
public final class McpElicitationSingleSelectEnumSchema extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public McpElicitationSingleSelectEnumSchema(JsonNode json) {
    super(json);
  }
}
