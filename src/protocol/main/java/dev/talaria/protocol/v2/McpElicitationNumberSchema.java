// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code McpElicitationNumberSchema} of the protocol. */
public final class McpElicitationNumberSchema extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public McpElicitationNumberSchema(JsonNode json) {
    super(json);
  }

  /** {@return {@code default}; empty when absent or null} */
  public Optional<Double> default_() {
    return Wire.optional(json(), "default", Wire::number);
  }

  /** {@return {@code description}; empty when absent or null} */
  public Optional<String> description() {
    return Wire.optionalText(json(), "description");
  }

  /** {@return {@code maximum}; empty when absent or null} */
  public Optional<Double> maximum() {
    return Wire.optional(json(), "maximum", Wire::number);
  }

  /** {@return {@code minimum}; empty when absent or null} */
  public Optional<Double> minimum() {
    return Wire.optional(json(), "minimum", Wire::number);
  }

  /** {@return {@code title}; empty when absent or null} */
  public Optional<String> title() {
    return Wire.optionalText(json(), "title");
  }

  /** {@return {@code type}} */
  public McpElicitationNumberType type() {
    return Wire.required(json(), "type", McpElicitationNumberType::read);
  }
}
