// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code TokenUsageBreakdown} of the protocol. */
public final class TokenUsageBreakdown extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public TokenUsageBreakdown(JsonNode json) {
    super(json);
  }

  /** {@return {@code cacheWriteInputTokens}; empty when absent or null} */
  public Optional<Long> cacheWriteInputTokens() {
    return Wire.optional(json(), "cacheWriteInputTokens", Wire::longInteger);
  }

  /** {@return {@code cachedInputTokens}} */
  public long cachedInputTokens() {
    return Wire.required(json(), "cachedInputTokens", Wire::longInteger);
  }

  /** {@return {@code inputTokens}} */
  public long inputTokens() {
    return Wire.required(json(), "inputTokens", Wire::longInteger);
  }

  /** {@return {@code outputTokens}} */
  public long outputTokens() {
    return Wire.required(json(), "outputTokens", Wire::longInteger);
  }

  /** {@return {@code reasoningOutputTokens}} */
  public long reasoningOutputTokens() {
    return Wire.required(json(), "reasoningOutputTokens", Wire::longInteger);
  }

  /** {@return {@code totalTokens}} */
  public long totalTokens() {
    return Wire.required(json(), "totalTokens", Wire::longInteger);
  }
}
