// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** Settings for a collaboration mode. */
public final class Settings extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public Settings(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param model {@code model}
   * @return a value with these fields
   */
  public static Settings of(String model) {
    return new Settings(Wire.object("model", model));
  }

  /** {@return {@code developer_instructions}; empty when absent or null} */
  public Optional<String> developerInstructions() {
    return Wire.optionalText(json(), "developer_instructions");
  }

  /**
   * Sets {@code developer_instructions}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public Settings developerInstructions(String value) {
    return new Settings(Wire.with(json(), "developer_instructions", value));
  }

  /** {@return {@code model}} */
  public String model() {
    return Wire.text(json(), "model");
  }

  /** {@return {@code reasoning_effort}; empty when absent or null} */
  public Optional<String> reasoningEffort() {
    return Wire.optionalText(json(), "reasoning_effort");
  }

  /**
   * Sets {@code reasoning_effort}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public Settings reasoningEffort(String value) {
    return new Settings(Wire.with(json(), "reasoning_effort", value));
  }
}
