// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** The params of {@code mcpServer/oauth/login}. */
public final class McpServerOauthLoginParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public McpServerOauthLoginParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param name {@code name}
   * @return a value with these fields
   */
  public static McpServerOauthLoginParams of(String name) {
    return new McpServerOauthLoginParams(Wire.object("name", name));
  }

  /**
   * Registration strategy for this login only; omission selects automatic discovery.
   *
   * @return {@code clientRegistration}; empty when absent or null
   */
  public Optional<McpServerOauthClientRegistration> clientRegistration() {
    return Wire.optional(json(), "clientRegistration", McpServerOauthClientRegistration::read);
  }

  /**
   * Sets {@code clientRegistration}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public McpServerOauthLoginParams clientRegistration(McpServerOauthClientRegistration value) {
    return new McpServerOauthLoginParams(Wire.with(json(), "clientRegistration", value));
  }

  /** {@return {@code name}} */
  public String name() {
    return Wire.text(json(), "name");
  }

  /** {@return {@code scopes}; empty also when absent or null} */
  public List<String> scopes() {
    return Wire.list(json(), "scopes", Wire::text);
  }

  /**
   * Sets {@code scopes}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public McpServerOauthLoginParams scopes(List<String> value) {
    return new McpServerOauthLoginParams(Wire.with(json(), "scopes", value));
  }

  /** {@return {@code threadId}; empty when absent or null} */
  public Optional<String> threadId() {
    return Wire.optionalText(json(), "threadId");
  }

  /**
   * Sets {@code threadId}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public McpServerOauthLoginParams threadId(String value) {
    return new McpServerOauthLoginParams(Wire.with(json(), "threadId", value));
  }

  /** {@return {@code timeoutSecs}; empty when absent or null} */
  public Optional<Long> timeoutSecs() {
    return Wire.optional(json(), "timeoutSecs", Wire::longInteger);
  }

  /**
   * Sets {@code timeoutSecs}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public McpServerOauthLoginParams timeoutSecs(Long value) {
    return new McpServerOauthLoginParams(Wire.with(json(), "timeoutSecs", value));
  }
}
