// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code RemoteControlClientsListOrder} of the protocol. */
@Experimental
public enum RemoteControlClientsListOrder implements WireEnum {
  /** {@code asc}. */
  ASC("asc"),
  /** {@code desc}. */
  DESC("desc"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  RemoteControlClientsListOrder(String wire) {
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
  public static RemoteControlClientsListOrder read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
