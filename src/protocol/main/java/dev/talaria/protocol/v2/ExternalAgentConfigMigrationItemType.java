// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code ExternalAgentConfigMigrationItemType} of the protocol. */
public enum ExternalAgentConfigMigrationItemType implements WireEnum {
  /** {@code AGENTS_MD}. */
  AGENTS_MD("AGENTS_MD"),
  /** {@code CONFIG}. */
  CONFIG("CONFIG"),
  /** {@code SKILLS}. */
  SKILLS("SKILLS"),
  /** {@code PLUGINS}. */
  PLUGINS("PLUGINS"),
  /** {@code MCP_SERVER_CONFIG}. */
  MCP_SERVER_CONFIG("MCP_SERVER_CONFIG"),
  /** {@code SUBAGENTS}. */
  SUBAGENTS("SUBAGENTS"),
  /** {@code HOOKS}. */
  HOOKS("HOOKS"),
  /** {@code COMMANDS}. */
  COMMANDS("COMMANDS"),
  /** {@code MEMORY}. */
  MEMORY("MEMORY"),
  /** {@code SESSIONS}. */
  SESSIONS("SESSIONS"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  ExternalAgentConfigMigrationItemType(String wire) {
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
  public static ExternalAgentConfigMigrationItemType read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
