// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code NetworkApprovalProtocol} of the protocol. */
public enum NetworkApprovalProtocol implements WireEnum {
  /** {@code http}. */
  HTTP("http"),
  /** {@code https}. */
  HTTPS("https"),
  /** {@code socks5Tcp}. */
  SOCKS5_TCP("socks5Tcp"),
  /** {@code socks5Udp}. */
  SOCKS5_UDP("socks5Udp"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  NetworkApprovalProtocol(String wire) {
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
  public static NetworkApprovalProtocol read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
