// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code McpElicitationBooleanSchema} of the protocol. */
public final class McpElicitationBooleanSchema extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public McpElicitationBooleanSchema(JsonNode json) {
    super(json);
  }

  /** {@return {@code default}; empty when absent or null} */
  public Optional<Boolean> default_() {
    return Wire.optional(json(), "default", Wire::flag);
  }

  /** {@return {@code description}; empty when absent or null} */
  public Optional<String> description() {
    return Wire.optionalText(json(), "description");
  }

  /** {@return {@code title}; empty when absent or null} */
  public Optional<String> title() {
    return Wire.optionalText(json(), "title");
  }

  /** {@return {@code type}} */
  public McpElicitationBooleanType type() {
    return Wire.required(json(), "type", McpElicitationBooleanType::read);
  }
}
