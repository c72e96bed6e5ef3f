// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The result of {@code thread/sample}. */
@Experimental
public final class ThreadSampleResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadSampleResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code cachedInputTokens}; empty when absent or null} */
  public Optional<Long> cachedInputTokens() {
    return Wire.optional(json(), "cachedInputTokens", Wire::longInteger);
  }

  /** {@return {@code inputTokens}; empty when absent or null} */
  public Optional<Long> inputTokens() {
    return Wire.optional(json(), "inputTokens", Wire::longInteger);
  }

  /** {@return {@code outputTokens}; empty when absent or null} */
  public Optional<Long> outputTokens() {
    return Wire.optional(json(), "outputTokens", Wire::longInteger);
  }

  /** {@return {@code responseId}} */
  public String responseId() {
    return Wire.text(json(), "responseId");
  }

  /** {@return {@code sourceTurnId}} */
  public String sourceTurnId() {
    return Wire.text(json(), "sourceTurnId");
  }

  /**
   * Assistant text from the response, or null if it attempted a tool call or completed without
   * text.
   *
   * @return {@code text}; empty when absent or null
   */
  public Optional<String> text() {
    return Wire.optionalText(json(), "text");
  }
}
