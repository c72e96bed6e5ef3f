// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** {@code McpElicitationTitledSingleSelectEnumSchema} of the protocol. */
public final class McpElicitationTitledSingleSelectEnumSchema extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public McpElicitationTitledSingleSelectEnumSchema(JsonNode json) {
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

  /** {@return {@code oneOf}} */
  public List<McpElicitationConstOption> oneOf() {
    return Wire.list(json(), "oneOf", McpElicitationConstOption::new);
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
