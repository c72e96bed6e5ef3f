// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code SkillScope} of the protocol. */
public enum SkillScope implements WireEnum {
  /** {@code user}. */
  USER("user"),
  /** {@code repo}. */
  REPO("repo"),
  /** {@code system}. */
  SYSTEM("system"),
  /** {@code admin}. */
  ADMIN("admin"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  SkillScope(String wire) {
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
  public static SkillScope read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
