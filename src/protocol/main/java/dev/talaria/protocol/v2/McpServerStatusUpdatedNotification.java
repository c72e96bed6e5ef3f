// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** What {@code mcpServer/startupStatus/updated} tells. */
public final class McpServerStatusUpdatedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public McpServerStatusUpdatedNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code error}; empty when absent or null} */
  public Optional<String> error() {
    return Wire.optionalText(json(), "error");
  }

  /** {@return {@code failureReason}; empty when absent or null} */
  public Optional<McpServerStartupFailureReason> failureReason() {
    return Wire.optional(json(), "failureReason", McpServerStartupFailureReason::read);
  }

  /** {@return {@code name}} */
  public String name() {
    return Wire.text(json(), "name");
  }

  /** {@return {@code status}} */
  public McpServerStartupState status() {
    return Wire.required(json(), "status", McpServerStartupState::read);
  }

  /** {@return {@code threadId}; empty when absent or null} */
  public Optional<String> threadId() {
    return Wire.optionalText(json(), "threadId");
  }
}
