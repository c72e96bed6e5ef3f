// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code TurnItemsView} of the protocol. */
public enum TurnItemsView implements WireEnum {
  /** `items` was not loaded for this turn. The field is intentionally empty. */
  NOT_LOADED("notLoaded"),
  /** `items` contains only a display summary for this turn. */
  SUMMARY("summary"),
  /** `items` contains every ThreadItem available from persisted app-server history for this turn. */
  FULL("full"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  TurnItemsView(String wire) {
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
  public static TurnItemsView read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
