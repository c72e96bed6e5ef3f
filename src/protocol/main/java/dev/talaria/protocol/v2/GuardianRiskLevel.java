// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** [UNSTABLE] Risk level assigned by approval auto-review. */
public enum GuardianRiskLevel implements WireEnum {
  /** {@code low}. */
  LOW("low"),
  /** {@code medium}. */
  MEDIUM("medium"),
  /** {@code high}. */
  HIGH("high"),
  /** {@code critical}. */
  CRITICAL("critical"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  GuardianRiskLevel(String wire) {
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
  public static GuardianRiskLevel read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
