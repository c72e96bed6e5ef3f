// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/**
 * Controls output length/detail on GPT-5 models via the Responses API. Serialized with lowercase
 * values to match the OpenAI API.
 */
public enum Verbosity implements WireEnum {
  /** {@code low}. */
  LOW("low"),
  /** {@code medium}. */
  MEDIUM("medium"),
  /** {@code high}. */
  HIGH("high"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  Verbosity(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return Wire.sent(wire);
  }

  /**
   * {@return the constant of a string}
   *
   * @param json a string
   */
  public static Verbosity read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
