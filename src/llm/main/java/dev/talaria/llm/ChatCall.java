package dev.talaria.llm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.llm.call.CallFailure;
import dev.talaria.llm.chat.Conversation;
import dev.talaria.llm.schema.StrictAnswer;
import dev.talaria.protocol.DynamicTool;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A conversation to which the model is to reply. Immutable; its {@link Builder} belongs to one
 * thread.
 *
 * <p>It has no memory of its own: each call carries all rows, as the chat models of the frameworks
 * do.
 */
public final class ChatCall {

  private final Conversation conversation;

  private ChatCall(Builder builder) {
    Optional<StrictAnswer> form;
    try {
      form = Optional.ofNullable(builder.outputSchema).map(StrictAnswer::of);
    } catch (IllegalArgumentException e) {
      throw CallFailure.ofSchema(e);
    }
    conversation =
        new Conversation(
            builder.rows, builder.system, Optional.ofNullable(builder.model), builder.tools, form);
  }

  /**
   * {@return a builder of a call with these rows}
   *
   * @param rows the whole conversation, the oldest row first
   * @throws IllegalArgumentException if there are none
   */
  public static Builder builder(List<? extends ChatEntry> rows) {
    return new Builder(rows);
  }

  Conversation conversation() {
    return conversation;
  }

  /** Collects a call; not safe for use by many threads. */
  public static final class Builder {

    private final List<ChatEntry> rows;
    private final List<DynamicTool> tools = new ArrayList<>();
    private String system = "";
    private String model;
    private JsonNode outputSchema;

    private Builder(List<? extends ChatEntry> rows) {
      this.rows = List.copyOf(rows);
      if (rows.isEmpty()) {
        throw new IllegalArgumentException("a conversation needs at least one message");
      }
    }

    /**
     * What the model is told beside the conversation.
     *
     * @param text nothing if empty, as by default
     * @return this builder
     */
    public Builder system(String text) {
      this.system = Objects.requireNonNull(text, "text");
      return this;
    }

    /**
     * Another model than that of the {@link ChatCalls}.
     *
     * @param id an alias or an id as there; checked when the call is made
     * @return this builder
     */
    public Builder model(String id) {
      this.model = Objects.requireNonNull(id, "id");
      return this;
    }

    /**
     * A tool that the caller runs.
     *
     * @param name as for {@link dev.talaria.tools.HostTool}
     * @param description what it does, for the model
     * @param parameters the JSON Schema of its arguments; copied
     * @return this builder
     */
    public Builder tool(String name, String description, JsonNode parameters) {
      tools.add(new DynamicTool(name, description, parameters.deepCopy()));
      return this;
    }

    /**
     * The JSON Schema of the answer, of any kind: the model gets it in the API's strict form, and
     * the answer is turned back. If the two differ, the text is one delta, at its end.
     *
     * @param schema copied; checked by {@link #build}
     * @return this builder
     */
    public Builder outputSchema(JsonNode schema) {
      this.outputSchema = schema.deepCopy();
      return this;
    }

    /**
     * {@return the call}
     *
     * @throws LlmException if the schema cannot be used
     */
    public ChatCall build() {
      return new ChatCall(this);
    }
  }
}
