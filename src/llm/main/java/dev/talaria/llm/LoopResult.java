package dev.talaria.llm;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a loop came to. Immutable.
 *
 * @param stopReason why it ended
 * @param finalText the model's last message; may be empty
 * @param error what went wrong; present if and only if it ended with {@link StopReason#ERROR}
 * @param metrics time, tokens and steps, also of a loop that did not get to its end
 * @param toolFailures every tool call that failed, in order
 */
public record LoopResult(
    StopReason stopReason,
    String finalText,
    Optional<LlmException> error,
    LlmMetrics metrics,
    List<ToolFailure> toolFailures) {

  public LoopResult {
    Objects.requireNonNull(stopReason, "stopReason");
    Objects.requireNonNull(finalText, "finalText");
    Objects.requireNonNull(metrics, "metrics");
    toolFailures = List.copyOf(toolFailures);
    if (error.isPresent() != (stopReason == StopReason.ERROR)) {
      throw new IllegalArgumentException("an error belongs to the stop reason ERROR: " + error);
    }
  }
}
