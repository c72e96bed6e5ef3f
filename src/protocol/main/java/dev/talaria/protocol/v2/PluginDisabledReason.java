// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code PluginDisabledReason} of the protocol. */
public enum PluginDisabledReason implements WireEnum {
  /** {@code disabled_by_admin}. */
  DISABLED_BY_ADMIN("disabled_by_admin"),
  /** {@code plan_not_eligible}. */
  PLAN_NOT_ELIGIBLE("plan_not_eligible"),
  /** {@code required_app_unavailable}. */
  REQUIRED_APP_UNAVAILABLE("required_app_unavailable"),
  /** {@code unknown}. */
  UNKNOWN("unknown"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  PluginDisabledReason(String wire) {
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
  public static PluginDisabledReason read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
