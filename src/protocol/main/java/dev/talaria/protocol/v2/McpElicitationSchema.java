// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Typed form schema for MCP `elicitation/create` requests.
 *
 * <p>This matches the `requestedSchema` shape from the MCP 2025-11-25 `ElicitRequestFormParams`
 * schema.
 */
public final class McpElicitationSchema extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public McpElicitationSchema(JsonNode json) {
    super(json);
  }

  /** {@return {@code $schema}; empty when absent or null} */
  public Optional<String> schema() {
    return Wire.optionalText(json(), "$schema");
  }

  /** {@return {@code properties}} */
  public Map<String, McpElicitationPrimitiveSchema> properties() {
    return Wire.map(json(), "properties", McpElicitationPrimitiveSchema::new);
  }

  /** {@return {@code required}; empty also when absent or null} */
  public List<String> required() {
    return Wire.list(json(), "required", Wire::text);
  }

  /** {@return {@code type}} */
  public McpElicitationObjectType type() {
    return Wire.required(json(), "type", McpElicitationObjectType::read);
  }
}
