package dev.talaria.llm;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The result of a loop. Immutable.
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

  /**
   * Checks the components and copies the list.
   *
   * @param stopReason not null
   * @param finalText not null
   * @param error present if and only if the reason is {@link StopReason#ERROR}
   * @param metrics not null
   * @param toolFailures empty for none
   * @throws IllegalArgumentException if error and reason do not fit
   */
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
