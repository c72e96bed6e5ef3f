package dev.talaria.protocol;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * When Codex asks before it acts: the {@code approvalPolicy} of {@code thread/start}.
 *
 * <p>The {@code on-failure} of 0.125.0 and 0.130.0 is gone in 0.169.0 and not offered.
 */
public enum AskForApproval {
  /** Asks before everything that is not known to be harmless. */
  UNTRUSTED("untrusted"),
  /** Asks when the model wants to leave the sandbox. */
  ON_REQUEST("on-request"),
  /** Never asks: what would need an answer is refused. */
  NEVER("never");

  private final String wireName;

  AskForApproval(String wireName) {
    this.wireName = wireName;
  }

  /** {@return the value on the wire} */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
