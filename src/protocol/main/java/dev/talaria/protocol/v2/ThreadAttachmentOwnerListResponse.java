// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** One page of matching owners, including threads without their own user messages. */
public final class ThreadAttachmentOwnerListResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadAttachmentOwnerListResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code data}} */
  public List<ThreadAttachmentOwner> data() {
    return Wire.list(json(), "data", ThreadAttachmentOwner::new);
  }

  /** {@return {@code nextCursor}; empty when absent or null} */
  public Optional<String> nextCursor() {
    return Wire.optionalText(json(), "nextCursor");
  }
}
