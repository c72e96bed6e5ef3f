package dev.talaria.llm;

/**
 * The tokens of a call, summed over all its requests to the model. Immutable.
 *
 * @param inputTokens what went in, the cached part included
 * @param cachedInputTokens the part of the input that was cached
 * @param outputTokens what came out, reasoning included
 * @param reasoningOutputTokens the part of the output that was reasoning
 * @param totalTokens input and output
 */
public record LlmUsage(
    long inputTokens,
    long cachedInputTokens,
    long outputTokens,
    long reasoningOutputTokens,
    long totalTokens) {

  /** No tokens, or none that Codex reported. */
  public static final LlmUsage NONE = new LlmUsage(0, 0, 0, 0, 0);

  /**
   * {@return the sums of these and those}
   *
   * @param other not null
   */
  public LlmUsage plus(LlmUsage other) {
    return new LlmUsage(
        inputTokens + other.inputTokens,
        cachedInputTokens + other.cachedInputTokens,
        outputTokens + other.outputTokens,
        reasoningOutputTokens + other.reasoningOutputTokens,
        totalTokens + other.totalTokens);
  }
}
