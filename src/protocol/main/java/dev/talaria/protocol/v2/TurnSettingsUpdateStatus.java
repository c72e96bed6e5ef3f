// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code TurnSettingsUpdateStatus} of the protocol. */
@Experimental
public enum TurnSettingsUpdateStatus implements WireEnum {
  /**
   * Published for subsequent captures, even if the values were unchanged. Already captured steps
   * are unchanged; a later inference is not guaranteed.
   */
  APPLIED("applied"),
  /** No matching live task remained available for publication. */
  TARGET_UNAVAILABLE("targetUnavailable"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  TurnSettingsUpdateStatus(String wire) {
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
  public static TurnSettingsUpdateStatus read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
