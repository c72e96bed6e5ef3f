// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The params of {@code initialize}. */
public final class InitializeParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public InitializeParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param clientInfo {@code clientInfo}
   * @return a value with these fields
   */
  public static InitializeParams of(ClientInfo clientInfo) {
    return new InitializeParams(Wire.object("clientInfo", clientInfo));
  }

  /** {@return {@code capabilities}; empty when absent or null} */
  public Optional<InitializeCapabilities> capabilities() {
    return Wire.optional(json(), "capabilities", InitializeCapabilities::new);
  }

  /**
   * Sets {@code capabilities}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public InitializeParams capabilities(InitializeCapabilities value) {
    return new InitializeParams(Wire.with(json(), "capabilities", value));
  }

  /** {@return {@code clientInfo}} */
  public ClientInfo clientInfo() {
    return Wire.required(json(), "clientInfo", ClientInfo::new);
  }
}
