// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code RealtimeConversationVersion} of the protocol. */
public enum RealtimeConversationVersion implements WireEnum {
  /** {@code v1}. */
  V1("v1"),
  /** {@code v2}. */
  V2("v2"),
  /** {@code v3}. */
  V3("v3"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  RealtimeConversationVersion(String wire) {
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
  public static RealtimeConversationVersion read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
