// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** Distinguishes explicit user actions from automatic goal lifecycle mutations. */
public enum ThreadGoalMutationOrigin implements WireEnum {
  /** {@code user}. */
  USER("user"),
  /** {@code automatic}. */
  AUTOMATIC("automatic"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  ThreadGoalMutationOrigin(String wire) {
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
  public static ThreadGoalMutationOrigin read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
