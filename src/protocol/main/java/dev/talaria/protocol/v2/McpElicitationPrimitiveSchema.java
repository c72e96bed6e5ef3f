// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;

/** {@code McpElicitationPrimitiveSchema} of the protocol. */
public final class McpElicitationPrimitiveSchema extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public McpElicitationPrimitiveSchema(JsonNode json) {
    super(json);
  }
}
