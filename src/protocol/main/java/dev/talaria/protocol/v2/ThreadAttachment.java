// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** An independently persisted attachment associated with a thread. */
public final class ThreadAttachment extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadAttachment(JsonNode json) {
    super(json);
  }

  /** {@return {@code attachmentType}} */
  public String attachmentType() {
    return Wire.text(json(), "attachmentType");
  }

  /** {@return {@code createdAt}} */
  public long createdAt() {
    return Wire.required(json(), "createdAt", Wire::longInteger);
  }

  /** {@return {@code id}} */
  public String id() {
    return Wire.text(json(), "id");
  }

  /** {@return {@code identityKey}} */
  public String identityKey() {
    return Wire.text(json(), "identityKey");
  }

  /** {@return {@code payload}; a missing node when absent} */
  public JsonNode payload() {
    return json().path("payload");
  }
}
