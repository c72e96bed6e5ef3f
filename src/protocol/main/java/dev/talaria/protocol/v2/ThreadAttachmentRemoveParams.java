// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** Parameters for deleting an attachment by its stable thread-local identity. */
public final class ThreadAttachmentRemoveParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadAttachmentRemoveParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param attachmentType {@code attachmentType}
   * @param identityKey {@code identityKey}
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ThreadAttachmentRemoveParams of(String attachmentType, String identityKey, String threadId) {
    return new ThreadAttachmentRemoveParams(Wire.object("attachmentType", attachmentType, "identityKey", identityKey, "threadId", threadId));
  }

  /** {@return {@code attachmentType}} */
  public String attachmentType() {
    return Wire.text(json(), "attachmentType");
  }

  /** {@return {@code identityKey}} */
  public String identityKey() {
    return Wire.text(json(), "identityKey");
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
