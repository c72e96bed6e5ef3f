// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The result of {@code mcpServer/oauth/login}. */
public final class McpServerOauthLoginResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public McpServerOauthLoginResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code authorizationUrl}} */
  public String authorizationUrl() {
    return Wire.text(json(), "authorizationUrl");
  }

  /**
   * Identifies this login attempt across the response and completion notification. Older servers
   * omit this field; current servers always return it.
   *
   * @return {@code loginId}; empty when absent or null
   */
  public Optional<String> loginId() {
    return Wire.optionalText(json(), "loginId");
  }
}
