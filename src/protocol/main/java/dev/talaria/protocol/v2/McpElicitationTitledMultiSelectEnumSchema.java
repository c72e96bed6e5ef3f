// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** {@code McpElicitationTitledMultiSelectEnumSchema} of the protocol. */
public final class McpElicitationTitledMultiSelectEnumSchema extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public McpElicitationTitledMultiSelectEnumSchema(JsonNode json) {
    super(json);
  }

  /** {@return {@code default}; empty also when absent or null} */
  public List<String> default_() {
    return Wire.list(json(), "default", Wire::text);
  }

  /** {@return {@code description}; empty when absent or null} */
  public Optional<String> description() {
    return Wire.optionalText(json(), "description");
  }

  /** {@return {@code items}} */
  public McpElicitationTitledEnumItems items() {
    return Wire.required(json(), "items", McpElicitationTitledEnumItems::new);
  }

  /** {@return {@code maxItems}; empty when absent or null} */
  public Optional<Long> maxItems() {
    return Wire.optional(json(), "maxItems", Wire::longInteger);
  }

  /** {@return {@code minItems}; empty when absent or null} */
  public Optional<Long> minItems() {
    return Wire.optional(json(), "minItems", Wire::longInteger);
  }

  /** {@return {@code title}; empty when absent or null} */
  public Optional<String> title() {
    return Wire.optionalText(json(), "title");
  }

  /** {@return {@code type}} */
  public McpElicitationArrayType type() {
    return Wire.required(json(), "type", McpElicitationArrayType::read);
  }
}
