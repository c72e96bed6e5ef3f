// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** Selects which part of the active context is charged against `model_auto_compact_token_limit`. */
public enum AutoCompactTokenLimitScope implements WireEnum {
  /** Count the full active context against the limit. */
  TOTAL("total"),
  /** Count sampled output and later growth after the carried window prefix. */
  BODY_AFTER_PREFIX("body_after_prefix"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  AutoCompactTokenLimitScope(String wire) {
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
  public static AutoCompactTokenLimitScope read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
