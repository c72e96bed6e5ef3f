// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code SandboxMode} of the protocol. */
public enum SandboxMode implements WireEnum {
  /** {@code read-only}. */
  READ_ONLY("read-only"),
  /** {@code workspace-write}. */
  WORKSPACE_WRITE("workspace-write"),
  /** {@code danger-full-access}. */
  DANGER_FULL_ACCESS("danger-full-access"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  SandboxMode(String wire) {
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
  public static SandboxMode read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
