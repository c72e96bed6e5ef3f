// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code NewThreadModelDefaults} of the protocol. */
public final class NewThreadModelDefaults extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public NewThreadModelDefaults(JsonNode json) {
    super(json);
  }

  /** {@return {@code model}; empty when absent or null} */
  public Optional<String> model() {
    return Wire.optionalText(json(), "model");
  }

  /** {@return {@code modelReasoningEffort}; empty when absent or null} */
  public Optional<String> modelReasoningEffort() {
    return Wire.optionalText(json(), "modelReasoningEffort");
  }

  /** {@return {@code serviceTier}; empty when absent or null} */
  public Optional<String> serviceTier() {
    return Wire.optionalText(json(), "serviceTier");
  }
}
