// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/**
 * Configures who approval requests are routed to for review. Examples include sandbox escapes,
 * blocked network access, MCP approval prompts, and ARC escalations. Defaults to `user`.
 * `auto_review` uses a carefully prompted subagent to gather relevant context and apply a
 * risk-based decision framework before approving or denying the request. The legacy value
 * `guardian_subagent` is accepted for compatibility.
 */
public enum ApprovalsReviewer implements WireEnum {
  /** {@code user}. */
  USER("user"),
  /** {@code auto_review}. */
  AUTO_REVIEW("auto_review"),
  /** {@code guardian_subagent}. */
  GUARDIAN_SUBAGENT("guardian_subagent"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  ApprovalsReviewer(String wire) {
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
  public static ApprovalsReviewer read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
