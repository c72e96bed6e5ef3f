package dev.talaria.llm.springai;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.model.tool.DefaultToolCallingChatOptions;
import org.springframework.ai.model.tool.StructuredOutputChatOptions;
import org.springframework.ai.tool.ToolCallback;

/**
 * The options of a prompt to Codex: a model, tools, and the schema of the answer. The other options
 * of Spring AI are accepted and have no effect.
 *
 * <p>Immutable; its {@link Builder} belongs to one thread.
 */
public final class CodexSpringChatOptions extends DefaultToolCallingChatOptions
    implements StructuredOutputChatOptions {

  private final String outputSchema;

  private CodexSpringChatOptions(
      List<ToolCallback> toolCallbacks,
      Map<String, Object> toolContext,
      ChatOptions common,
      String outputSchema) {
    super(
        toolCallbacks,
        toolContext,
        common.getModel(),
        common.getFrequencyPenalty(),
        common.getMaxTokens(),
        common.getPresencePenalty(),
        common.getStopSequences(),
        common.getTemperature(),
        common.getTopK(),
        common.getTopP());
    this.outputSchema = outputSchema;
  }

  /** {@return a builder of options, in which nothing is set} */
  public static Builder builder() {
    return new Builder();
  }

  /** The JSON Schema of the answer; {@code null} for none. */
  @Override
  public String getOutputSchema() {
    return outputSchema;
  }

  @Override
  public Builder mutate() {
    return builder()
        .model(getModel())
        .frequencyPenalty(getFrequencyPenalty())
        .maxTokens(getMaxTokens())
        .presencePenalty(getPresencePenalty())
        .stopSequences(getStopSequences())
        .temperature(getTemperature())
        .topK(getTopK())
        .topP(getTopP())
        .toolCallbacks(getToolCallbacks())
        .toolContext(getToolContext())
        .outputSchema(outputSchema);
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other)
        && Objects.equals(outputSchema, ((CodexSpringChatOptions) other).outputSchema);
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), outputSchema);
  }

  /** Collects options; not safe for use by many threads. */
  public static final class Builder extends DefaultToolCallingChatOptions.Builder<Builder>
      implements StructuredOutputChatOptions.Builder<Builder> {

    private String schema;

    private Builder() {}

    @Override
    public Builder outputSchema(String jsonSchema) {
      this.schema = jsonSchema;
      return this;
    }

    @Override
    public Builder combineWith(ChatOptions.Builder<?> other) {
      super.combineWith(other);
      if (other instanceof Builder that && that.schema != null) {
        this.schema = that.schema;
      }
      return this;
    }

    @Override
    public CodexSpringChatOptions build() {
      return new CodexSpringChatOptions(toolCallbacks, toolContext, super.build(), schema);
    }
  }
}
