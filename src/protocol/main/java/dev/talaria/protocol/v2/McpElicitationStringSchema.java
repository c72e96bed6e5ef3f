// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code McpElicitationStringSchema} of the protocol. */
public final class McpElicitationStringSchema extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public McpElicitationStringSchema(JsonNode json) {
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

  /** {@return {@code format}; empty when absent or null} */
  public Optional<McpElicitationStringFormat> format() {
    return Wire.optional(json(), "format", McpElicitationStringFormat::read);
  }

  /** {@return {@code maxLength}; empty when absent or null} */
  public Optional<Long> maxLength() {
    return Wire.optional(json(), "maxLength", Wire::longInteger);
  }

  /** {@return {@code minLength}; empty when absent or null} */
  public Optional<Long> minLength() {
    return Wire.optional(json(), "minLength", Wire::longInteger);
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
