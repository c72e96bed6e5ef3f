// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code HookEventName} of the protocol. */
public enum HookEventName implements WireEnum {
  /** {@code preModelRequest}. */
  PRE_MODEL_REQUEST("preModelRequest"),
  /** {@code postModelRequest}. */
  POST_MODEL_REQUEST("postModelRequest"),
  /** {@code preToolUse}. */
  PRE_TOOL_USE("preToolUse"),
  /** {@code permissionRequest}. */
  PERMISSION_REQUEST("permissionRequest"),
  /** {@code postToolUse}. */
  POST_TOOL_USE("postToolUse"),
  /** {@code preCompact}. */
  PRE_COMPACT("preCompact"),
  /** {@code postCompact}. */
  POST_COMPACT("postCompact"),
  /** {@code sessionStart}. */
  SESSION_START("sessionStart"),
  /** {@code sessionEnd}. */
  SESSION_END("sessionEnd"),
  /** {@code userPromptSubmit}. */
  USER_PROMPT_SUBMIT("userPromptSubmit"),
  /** {@code subagentStart}. */
  SUBAGENT_START("subagentStart"),
  /** {@code subagentStop}. */
  SUBAGENT_STOP("subagentStop"),
  /** {@code stop}. */
  STOP("stop"),
  /** {@code interrupt}. */
  INTERRUPT("interrupt"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  HookEventName(String wire) {
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
  public static HookEventName read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
