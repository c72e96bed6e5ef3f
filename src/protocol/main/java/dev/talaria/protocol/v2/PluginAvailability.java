// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code PluginAvailability} of the protocol. */
public enum PluginAvailability implements WireEnum {
  /** {@code DISABLED_BY_ADMIN}. */
  DISABLED_BY_ADMIN("DISABLED_BY_ADMIN"),
  /**
   * Plugin-service currently sends `"ENABLED"` for available remote plugins. Codex app-server
   * exposes `"AVAILABLE"` in its API; the alias keeps decoding compatible with that upstream
   * response.
   */
  AVAILABLE("AVAILABLE"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  PluginAvailability(String wire) {
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
  public static PluginAvailability read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
