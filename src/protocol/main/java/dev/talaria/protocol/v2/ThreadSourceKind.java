// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code ThreadSourceKind} of the protocol. */
public enum ThreadSourceKind implements WireEnum {
  /** {@code cli}. */
  CLI("cli"),
  /** {@code vscode}. */
  VSCODE("vscode"),
  /** {@code exec}. */
  EXEC("exec"),
  /** {@code appServer}. */
  APP_SERVER("appServer"),
  /** {@code subAgent}. */
  SUB_AGENT("subAgent"),
  /** {@code subAgentReview}. */
  SUB_AGENT_REVIEW("subAgentReview"),
  /** {@code subAgentCompact}. */
  SUB_AGENT_COMPACT("subAgentCompact"),
  /** {@code subAgentThreadSpawn}. */
  SUB_AGENT_THREAD_SPAWN("subAgentThreadSpawn"),
  /** {@code subAgentOther}. */
  SUB_AGENT_OTHER("subAgentOther"),
  /** {@code unknown}. */
  UNKNOWN("unknown"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  ThreadSourceKind(String wire) {
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
  public static ThreadSourceKind read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
