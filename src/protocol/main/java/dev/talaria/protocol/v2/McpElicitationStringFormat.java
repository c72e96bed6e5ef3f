// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code McpElicitationStringFormat} of the protocol. */
public enum McpElicitationStringFormat implements WireEnum {
  /** {@code email}. */
  EMAIL("email"),
  /** {@code uri}. */
  URI("uri"),
  /** {@code date}. */
  DATE("date"),
  /** {@code date-time}. */
  DATE_TIME("date-time"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  McpElicitationStringFormat(String wire) {
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
  public static McpElicitationStringFormat read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
