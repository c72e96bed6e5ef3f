// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** One page of attachments associated with the requested thread. */
public final class ThreadAttachmentListResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadAttachmentListResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code data}} */
  public List<ThreadAttachment> data() {
    return Wire.list(json(), "data", ThreadAttachment::new);
  }

  /** {@return {@code nextCursor}; empty when absent or null} */
  public Optional<String> nextCursor() {
    return Wire.optionalText(json(), "nextCursor");
  }
}
