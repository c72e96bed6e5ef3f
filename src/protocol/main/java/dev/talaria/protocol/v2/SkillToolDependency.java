// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code SkillToolDependency} of the protocol. */
public final class SkillToolDependency extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public SkillToolDependency(JsonNode json) {
    super(json);
  }

  /** {@return {@code command}; empty when absent or null} */
  public Optional<String> command() {
    return Wire.optionalText(json(), "command");
  }

  /** {@return {@code description}; empty when absent or null} */
  public Optional<String> description() {
    return Wire.optionalText(json(), "description");
  }

  /** {@return {@code transport}; empty when absent or null} */
  public Optional<String> transport() {
    return Wire.optionalText(json(), "transport");
  }

  /** {@return {@code type}} */
  public String type() {
    return Wire.text(json(), "type");
  }

  /** {@return {@code url}; empty when absent or null} */
  public Optional<String> url() {
    return Wire.optionalText(json(), "url");
  }

  /** {@return {@code value}} */
  public String value() {
    return Wire.text(json(), "value");
  }
}
