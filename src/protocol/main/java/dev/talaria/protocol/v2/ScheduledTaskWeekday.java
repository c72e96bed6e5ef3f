// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code ScheduledTaskWeekday} of the protocol. */
public enum ScheduledTaskWeekday implements WireEnum {
  /** {@code MO}. */
  MO("MO"),
  /** {@code TU}. */
  TU("TU"),
  /** {@code WE}. */
  WE("WE"),
  /** {@code TH}. */
  TH("TH"),
  /** {@code FR}. */
  FR("FR"),
  /** {@code SA}. */
  SA("SA"),
  /** {@code SU}. */
  SU("SU"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  ScheduledTaskWeekday(String wire) {
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
  public static ScheduledTaskWeekday read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
