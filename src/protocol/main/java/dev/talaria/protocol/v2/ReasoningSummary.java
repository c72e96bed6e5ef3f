// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/**
 * A summary of the reasoning performed by the model. This can be useful for debugging and
 * understanding the model's reasoning process. See
 * https://platform.openai.com/docs/guides/reasoning?api-mode=responses#reasoning-summaries
 */
public enum ReasoningSummary implements WireEnum {
  /** {@code auto}. */
  AUTO("auto"),
  /** {@code concise}. */
  CONCISE("concise"),
  /** {@code detailed}. */
  DETAILED("detailed"),
  /** Option to disable reasoning summaries. */
  NONE("none"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  ReasoningSummary(String wire) {
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
  public static ReasoningSummary read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
