// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** Notification published after a thread attachment is created or deleted. */
public final class ThreadAttachmentUpdatedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadAttachmentUpdatedNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code attachmentId}} */
  public String attachmentId() {
    return Wire.text(json(), "attachmentId");
  }

  /** {@return {@code attachmentType}} */
  public String attachmentType() {
    return Wire.text(json(), "attachmentType");
  }

  /** {@return {@code identityKey}} */
  public String identityKey() {
    return Wire.text(json(), "identityKey");
  }

  /** {@return {@code operation}} */
  public ThreadAttachmentOperation operation() {
    return Wire.required(json(), "operation", ThreadAttachmentOperation::read);
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
