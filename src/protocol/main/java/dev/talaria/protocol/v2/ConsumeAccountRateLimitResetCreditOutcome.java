// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code ConsumeAccountRateLimitResetCreditOutcome} of the protocol. */
public enum ConsumeAccountRateLimitResetCreditOutcome implements WireEnum {
  /** A reset credit was consumed and the eligible rate-limit windows were reset. */
  RESET("reset"),
  /** No current rate-limit window is eligible for a reset. */
  NOTHING_TO_RESET("nothingToReset"),
  /** The account has no earned reset credits available. */
  NO_CREDIT("noCredit"),
  /** The same idempotency key already completed a reset successfully. */
  ALREADY_REDEEMED("alreadyRedeemed"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  ConsumeAccountRateLimitResetCreditOutcome(String wire) {
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
  public static ConsumeAccountRateLimitResetCreditOutcome read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
