// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code WorkspaceMessage} of the protocol. */
public final class WorkspaceMessage extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public WorkspaceMessage(JsonNode json) {
    super(json);
  }

  /**
   * Unix timestamp (in seconds) when the message was archived.
   *
   * @return {@code archivedAt}; empty when absent or null
   */
  public Optional<Long> archivedAt() {
    return Wire.optional(json(), "archivedAt", Wire::longInteger);
  }

  /**
   * Unix timestamp (in seconds) when the message was created.
   *
   * @return {@code createdAt}; empty when absent or null
   */
  public Optional<Long> createdAt() {
    return Wire.optional(json(), "createdAt", Wire::longInteger);
  }

  /** {@return {@code messageBody}} */
  public String messageBody() {
    return Wire.text(json(), "messageBody");
  }

  /** {@return {@code messageId}} */
  public String messageId() {
    return Wire.text(json(), "messageId");
  }

  /** {@return {@code messageType}} */
  public WorkspaceMessageType messageType() {
    return Wire.required(json(), "messageType", WorkspaceMessageType::read);
  }
}
