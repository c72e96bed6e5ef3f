// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The result of {@code feedback/save}. */
public final class FeedbackSaveResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public FeedbackSaveResponse(JsonNode json) {
    super(json);
  }

  /**
   * Same prompt hash as feedback/upload; null when prompt metadata is absent.
   *
   * @return {@code promptHash}; empty when absent or null
   */
  public Optional<String> promptHash() {
    return Wire.optionalText(json(), "promptHash");
  }

  /** {@return {@code savedPath}} */
  public String savedPath() {
    return Wire.text(json(), "savedPath");
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
