// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The result of {@code feedback/upload}. */
public final class FeedbackUploadResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public FeedbackUploadResponse(JsonNode json) {
    super(json);
  }

  /**
   * Whitespace-normalized SHA-256 of the session base instructions, matching the uploaded
   * `prompt_hash` tag. Does not include later developer messages. Null when the reported rollout
   * has no prompt metadata.
   *
   * @return {@code promptHash}; empty when absent or null
   */
  public Optional<String> promptHash() {
    return Wire.optionalText(json(), "promptHash");
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
