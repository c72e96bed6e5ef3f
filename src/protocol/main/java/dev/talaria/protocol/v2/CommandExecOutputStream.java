// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** Stream label for `command/exec/outputDelta` notifications. */
public enum CommandExecOutputStream implements WireEnum {
  /** stdout stream. PTY mode multiplexes terminal output here. */
  STDOUT("stdout"),
  /** stderr stream. */
  STDERR("stderr"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  CommandExecOutputStream(String wire) {
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
  public static CommandExecOutputStream read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
