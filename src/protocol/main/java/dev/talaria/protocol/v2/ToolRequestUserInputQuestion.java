// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** EXPERIMENTAL. Represents one request_user_input question and its required options. */
public final class ToolRequestUserInputQuestion extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ToolRequestUserInputQuestion(JsonNode json) {
    super(json);
  }

  /** {@return {@code header}} */
  public String header() {
    return Wire.text(json(), "header");
  }

  /** {@return {@code id}} */
  public String id() {
    return Wire.text(json(), "id");
  }

  /** {@return {@code isOther}; empty when absent or null} */
  public Optional<Boolean> isOther() {
    return Wire.optional(json(), "isOther", Wire::flag);
  }

  /** {@return {@code isSecret}; empty when absent or null} */
  public Optional<Boolean> isSecret() {
    return Wire.optional(json(), "isSecret", Wire::flag);
  }

  /** {@return {@code options}; empty also when absent or null} */
  public List<ToolRequestUserInputOption> options() {
    return Wire.list(json(), "options", ToolRequestUserInputOption::new);
  }

  /** {@return {@code question}} */
  public String question() {
    return Wire.text(json(), "question");
  }
}
