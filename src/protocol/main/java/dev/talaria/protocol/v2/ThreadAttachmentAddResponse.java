// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The created or existing attachment. */
public final class ThreadAttachmentAddResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadAttachmentAddResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code attachment}} */
  public ThreadAttachment attachment() {
    return Wire.required(json(), "attachment", ThreadAttachment::new);
  }

  /** {@return {@code outcome}} */
  public ThreadAttachmentAddOutcome outcome() {
    return Wire.required(json(), "outcome", ThreadAttachmentAddOutcome::read);
  }
}
