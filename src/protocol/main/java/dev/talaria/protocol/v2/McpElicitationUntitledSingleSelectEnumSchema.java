// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** {@code McpElicitationUntitledSingleSelectEnumSchema} of the protocol. */
public final class McpElicitationUntitledSingleSelectEnumSchema extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public McpElicitationUntitledSingleSelectEnumSchema(JsonNode json) {
    super(json);
  }

  /** {@return {@code default}; empty when absent or null} */
  public Optional<String> default_() {
    return Wire.optionalText(json(), "default");
  }

  /** {@return {@code description}; empty when absent or null} */
  public Optional<String> description() {
    return Wire.optionalText(json(), "description");
  }

  /** {@return {@code enum}} */
  public List<String> enum_() {
    return Wire.list(json(), "enum", Wire::text);
  }

  /** {@return {@code title}; empty when absent or null} */
  public Optional<String> title() {
    return Wire.optionalText(json(), "title");
  }

  /** {@return {@code type}} */
  public McpElicitationStringType type() {
    return Wire.required(json(), "type", McpElicitationStringType::read);
  }
}
