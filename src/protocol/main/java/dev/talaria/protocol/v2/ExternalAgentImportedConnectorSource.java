// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code ExternalAgentImportedConnectorSource} of the protocol. */
public enum ExternalAgentImportedConnectorSource implements WireEnum {
  /** {@code remoteMcpServersConfig}. */
  REMOTE_MCP_SERVERS_CONFIG("remoteMcpServersConfig"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  ExternalAgentImportedConnectorSource(String wire) {
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
  public static ExternalAgentImportedConnectorSource read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
