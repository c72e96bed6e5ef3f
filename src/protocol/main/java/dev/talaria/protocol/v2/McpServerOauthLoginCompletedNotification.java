// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** What {@code mcpServer/oauthLogin/completed} tells. */
public final class McpServerOauthLoginCompletedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public McpServerOauthLoginCompletedNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code error}; empty when absent or null} */
  public Optional<String> error() {
    return Wire.optionalText(json(), "error");
  }

  /**
   * Identifies the explicit login attempt. Older servers omit this field.
   *
   * @return {@code loginId}; empty when absent or null
   */
  public Optional<String> loginId() {
    return Wire.optionalText(json(), "loginId");
  }

  /** {@return {@code name}} */
  public String name() {
    return Wire.text(json(), "name");
  }

  /** {@return {@code success}} */
  public boolean success() {
    return Wire.required(json(), "success", Wire::flag);
  }

  /** {@return {@code threadId}; empty when absent or null} */
  public Optional<String> threadId() {
    return Wire.optionalText(json(), "threadId");
  }
}
