package dev.talaria.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * Tokens as {@code thread/tokenUsage/updated} reports them.
 *
 * @param last the latest request to the model
 * @param total the whole thread so far
 * @param modelContextWindow the model's window in tokens; {@code null} when Codex does not know it
 */
public record TokenUsage(Counts last, Counts total, Long modelContextWindow) {

  /**
   * The numbers of input and output tokens.
   *
   * @param totalTokens input and output
   * @param inputTokens what went in, the cached part included
   * @param cachedInputTokens the part of the input that was cached
   * @param outputTokens what came out, reasoning included
   * @param reasoningOutputTokens the part of the output that was reasoning
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Counts(
      long totalTokens,
      long inputTokens,
      long cachedInputTokens,
      long outputTokens,
      long reasoningOutputTokens) {

    /** {@return the part of the input that was not cached: each token of it counted once} */
    public long uncachedInputTokens() {
      return Math.max(0, inputTokens - cachedInputTokens);
    }

    static Counts of(JsonNode node) {
      return new Counts(
          node.path("totalTokens").asLong(),
          node.path("inputTokens").asLong(),
          node.path("cachedInputTokens").asLong(),
          node.path("outputTokens").asLong(),
          node.path("reasoningOutputTokens").asLong());
    }
  }

  /**
   * Reads the {@code tokenUsage} member.
   *
   * @param node any JSON; what is absent counts as 0
   * @return the counts
   */
  public static TokenUsage of(JsonNode node) {
    JsonNode window = node.path("modelContextWindow");
    return new TokenUsage(
        Counts.of(node.path("last")),
        Counts.of(node.path("total")),
        window.isNumber() ? window.asLong() : null);
  }
}
