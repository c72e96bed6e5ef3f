// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code ThreadGoalStatus} of the protocol. */
public enum ThreadGoalStatus implements WireEnum {
  /** {@code active}. */
  ACTIVE("active"),
  /** {@code paused}. */
  PAUSED("paused"),
  /** {@code blocked}. */
  BLOCKED("blocked"),
  /** {@code usageLimited}. */
  USAGE_LIMITED("usageLimited"),
  /** {@code budgetLimited}. */
  BUDGET_LIMITED("budgetLimited"),
  /** {@code complete}. */
  COMPLETE("complete"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  ThreadGoalStatus(String wire) {
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
  public static ThreadGoalStatus read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
