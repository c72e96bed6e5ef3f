// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** Deprecated: `friendly` and `pragmatic` no longer select a style. */
public enum Personality implements WireEnum {
  /** {@code none}. */
  NONE("none"),
  /** {@code friendly}. */
  FRIENDLY("friendly"),
  /** {@code pragmatic}. */
  PRAGMATIC("pragmatic"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  Personality(String wire) {
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
  public static Personality read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
