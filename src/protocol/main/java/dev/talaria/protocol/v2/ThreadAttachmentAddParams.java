// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** Parameters for creating or locating an attachment on its owning thread. */
public final class ThreadAttachmentAddParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadAttachmentAddParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param attachmentType {@code attachmentType}
   * @param identityKey {@code identityKey}
   * @param payload {@code payload}
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ThreadAttachmentAddParams of(String attachmentType, String identityKey, JsonNode payload, String threadId) {
    return new ThreadAttachmentAddParams(Wire.object("attachmentType", attachmentType, "identityKey", identityKey, "payload", payload, "threadId", threadId));
  }

  /** {@return {@code attachmentType}} */
  public String attachmentType() {
    return Wire.text(json(), "attachmentType");
  }

  /** {@return {@code identityKey}} */
  public String identityKey() {
    return Wire.text(json(), "identityKey");
  }

  /** {@return {@code payload}; a missing node when absent} */
  public JsonNode payload() {
    return json().path("payload");
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
