// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code CollabAgentTool} of the protocol. */
public enum CollabAgentTool implements WireEnum {
  /** {@code spawnAgent}. */
  SPAWN_AGENT("spawnAgent"),
  /** {@code sendInput}. */
  SEND_INPUT("sendInput"),
  /** {@code resumeAgent}. */
  RESUME_AGENT("resumeAgent"),
  /** {@code wait}. */
  WAIT("wait"),
  /** {@code closeAgent}. */
  CLOSE_AGENT("closeAgent"),
  /** {@code sendMessage}. */
  SEND_MESSAGE("sendMessage"),
  /** {@code followupTask}. */
  FOLLOWUP_TASK("followupTask"),
  /** {@code interruptAgent}. */
  INTERRUPT_AGENT("interruptAgent"),
  /** {@code listAgents}. */
  LIST_AGENTS("listAgents"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  CollabAgentTool(String wire) {
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
  public static CollabAgentTool read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
