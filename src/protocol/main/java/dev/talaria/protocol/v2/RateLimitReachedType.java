// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code RateLimitReachedType} of the protocol. */
public enum RateLimitReachedType implements WireEnum {
  /** {@code rate_limit_reached}. */
  RATE_LIMIT_REACHED("rate_limit_reached"),
  /** {@code workspace_owner_credits_depleted}. */
  WORKSPACE_OWNER_CREDITS_DEPLETED("workspace_owner_credits_depleted"),
  /** {@code workspace_member_credits_depleted}. */
  WORKSPACE_MEMBER_CREDITS_DEPLETED("workspace_member_credits_depleted"),
  /** {@code workspace_owner_usage_limit_reached}. */
  WORKSPACE_OWNER_USAGE_LIMIT_REACHED("workspace_owner_usage_limit_reached"),
  /** {@code workspace_member_usage_limit_reached}. */
  WORKSPACE_MEMBER_USAGE_LIMIT_REACHED("workspace_member_usage_limit_reached"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  RateLimitReachedType(String wire) {
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
  public static RateLimitReachedType read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
