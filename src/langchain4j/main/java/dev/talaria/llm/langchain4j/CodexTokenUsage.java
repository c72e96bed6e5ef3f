package dev.talaria.llm.langchain4j;

import dev.langchain4j.model.output.TokenUsage;
import dev.talaria.llm.LlmUsage;
import java.util.Objects;

/**
 * The tokens of a reply, including those for which LangChain4j's own class has no field. Immutable.
 */
public final class CodexTokenUsage extends TokenUsage {

  private final int cachedInputTokens;
  private final int reasoningOutputTokens;

  private CodexTokenUsage(int input, int output, int total, int cached, int reasoning) {
    super(input, output, total);
    this.cachedInputTokens = cached;
    this.reasoningOutputTokens = reasoning;
  }

  static CodexTokenUsage of(LlmUsage usage) {
    return new CodexTokenUsage(
        Math.toIntExact(usage.inputTokens()),
        Math.toIntExact(usage.outputTokens()),
        Math.toIntExact(usage.totalTokens()),
        Math.toIntExact(usage.cachedInputTokens()),
        Math.toIntExact(usage.reasoningOutputTokens()));
  }

  /** {@return the part of the input that was cached} */
  public int cachedInputTokens() {
    return cachedInputTokens;
  }

  /** {@return the part of the output that was reasoning} */
  public int reasoningOutputTokens() {
    return reasoningOutputTokens;
  }

  @Override
  public CodexTokenUsage add(TokenUsage that) {
    if (that == null) {
      return this;
    }
    boolean ours = that instanceof CodexTokenUsage;
    return new CodexTokenUsage(
        inputTokenCount() + zeroIfNull(that.inputTokenCount()),
        outputTokenCount() + zeroIfNull(that.outputTokenCount()),
        totalTokenCount() + zeroIfNull(that.totalTokenCount()),
        cachedInputTokens + (ours ? ((CodexTokenUsage) that).cachedInputTokens : 0),
        reasoningOutputTokens + (ours ? ((CodexTokenUsage) that).reasoningOutputTokens : 0));
  }

  private static int zeroIfNull(Integer count) {
    return count == null ? 0 : count;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CodexTokenUsage that
        && super.equals(other)
        && cachedInputTokens == that.cachedInputTokens
        && reasoningOutputTokens == that.reasoningOutputTokens;
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), cachedInputTokens, reasoningOutputTokens);
  }

  @Override
  public String toString() {
    return "CodexTokenUsage[input=%s, cached=%s, output=%s, reasoning=%s, total=%s]"
        .formatted(
            inputTokenCount(),
            cachedInputTokens,
            outputTokenCount(),
            reasoningOutputTokens,
            totalTokenCount());
  }
}
