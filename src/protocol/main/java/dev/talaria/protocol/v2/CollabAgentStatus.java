// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code CollabAgentStatus} of the protocol. */
public enum CollabAgentStatus implements WireEnum {
  /** {@code pendingInit}. */
  PENDING_INIT("pendingInit"),
  /** {@code running}. */
  RUNNING("running"),
  /** {@code interrupted}. */
  INTERRUPTED("interrupted"),
  /** {@code completed}. */
  COMPLETED("completed"),
  /** {@code errored}. */
  ERRORED("errored"),
  /** {@code shutdown}. */
  SHUTDOWN("shutdown"),
  /** {@code notFound}. */
  NOT_FOUND("notFound"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  CollabAgentStatus(String wire) {
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
  public static CollabAgentStatus read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
