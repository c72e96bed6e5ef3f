// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code ThreadUsageBreakdownGroup} of the protocol. */
public final class ThreadUsageBreakdownGroup extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadUsageBreakdownGroup(JsonNode json) {
    super(json);
  }

  /** {@return {@code cachedInputTokens}; empty when absent or null} */
  public Optional<Long> cachedInputTokens() {
    return Wire.optional(json(), "cachedInputTokens", Wire::longInteger);
  }

  /** {@return {@code estimatedUsageCreditsMicros}} */
  public long estimatedUsageCreditsMicros() {
    return Wire.required(json(), "estimatedUsageCreditsMicros", Wire::longInteger);
  }

  /** {@return {@code inputTokens}; empty when absent or null} */
  public Optional<Long> inputTokens() {
    return Wire.optional(json(), "inputTokens", Wire::longInteger);
  }

  /** {@return {@code model}; empty when absent or null} */
  public Optional<String> model() {
    return Wire.optionalText(json(), "model");
  }

  /** {@return {@code netNewInputTokens}; empty when absent or null} */
  public Optional<Long> netNewInputTokens() {
    return Wire.optional(json(), "netNewInputTokens", Wire::longInteger);
  }

  /** {@return {@code outputTokens}; empty when absent or null} */
  public Optional<Long> outputTokens() {
    return Wire.optional(json(), "outputTokens", Wire::longInteger);
  }

  /** {@return {@code reasoningEffort}; empty when absent or null} */
  public Optional<String> reasoningEffort() {
    return Wire.optionalText(json(), "reasoningEffort");
  }

  /** {@return {@code speed}; empty when absent or null} */
  public Optional<String> speed() {
    return Wire.optionalText(json(), "speed");
  }

  /** {@return {@code totalTokens}; empty when absent or null} */
  public Optional<Long> totalTokens() {
    return Wire.optional(json(), "totalTokens", Wire::longInteger);
  }
}
