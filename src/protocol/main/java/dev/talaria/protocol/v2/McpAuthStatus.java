// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code McpAuthStatus} of the protocol. */
public enum McpAuthStatus implements WireEnum {
  /** {@code unknown}. */
  UNKNOWN("unknown"),
  /** {@code unsupported}. */
  UNSUPPORTED("unsupported"),
  /** {@code notLoggedIn}. */
  NOT_LOGGED_IN("notLoggedIn"),
  /** {@code bearerToken}. */
  BEARER_TOKEN("bearerToken"),
  /** {@code oAuth}. */
  O_AUTH("oAuth"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  McpAuthStatus(String wire) {
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
  public static McpAuthStatus read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
