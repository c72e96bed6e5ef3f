// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code ReasoningEffortOption} of the protocol. */
public final class ReasoningEffortOption extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ReasoningEffortOption(JsonNode json) {
    super(json);
  }

  /** {@return {@code description}} */
  public String description() {
    return Wire.text(json(), "description");
  }

  /** {@return {@code reasoningEffort}} */
  public String reasoningEffort() {
    return Wire.text(json(), "reasoningEffort");
  }
}
