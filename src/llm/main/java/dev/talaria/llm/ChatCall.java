package dev.talaria.llm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.DynamicTool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A conversation to which the model is to reply. Immutable; its {@link Builder} belongs to one
 * thread.
 *
 * <p>It has no memory of its own: each call carries all rows, as the chat models of the frameworks
 * do.
 */
public final class ChatCall {

  private final List<ChatEntry> rows;
  private final String system;
  private final String model;
  private final List<DynamicTool> tools;
  private final JsonNode outputSchema;
  private final ChatForm form;

  private ChatCall(Builder builder) {
    this.rows = builder.rows;
    this.system = builder.system;
    this.model = builder.model;
    this.tools = List.copyOf(builder.tools);
    this.outputSchema = builder.outputSchema;
    this.form = outputSchema == null ? null : ChatForm.of(outputSchema);
  }

  /**
   * A call with these rows, the oldest first.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Builder builder(List<? extends ChatEntry> rows) {
    return new Builder(rows);
  }

  /** All rows, the oldest first. */
  List<ChatEntry> rows() {
    return rows;
  }

  String system() {
    return system;
  }

  /** The model; empty for that of the {@link ChatCalls}. */
  Optional<String> model() {
    return Optional.ofNullable(model);
  }

  List<DynamicTool> tools() {
    return tools;
  }

  /** The form of the answer; empty for any text. */
  Optional<ChatForm> form() {
    return Optional.ofNullable(form);
  }

  /** The results that the rows end with, by the ids of their calls; empty if they do not. */
  Map<String, ChatEntry.Result> newResults() {
    Map<String, ChatEntry.Result> results = new LinkedHashMap<>();
    for (int i = rows.size() - 1; i >= 0 && rows.get(i) instanceof ChatEntry.Result result; i--) {
      results.putIfAbsent(result.callId(), result);
    }
    return results;
  }

  /** The ids of all calls whose results are among the rows. */
  Set<String> answered() {
    return rows.stream()
        .filter(ChatEntry.Result.class::isInstance)
        .map(row -> ((ChatEntry.Result) row).callId())
        .collect(Collectors.toSet());
  }

  /** Whether a turn that was begun for the other call can go on for this one. */
  boolean isLike(ChatCall other) {
    return system.equals(other.system)
        && Objects.equals(model, other.model)
        && tools.equals(other.tools)
        && Objects.equals(outputSchema, other.outputSchema);
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

    /** What the model is told beside the conversation; nothing if empty. */
    public Builder system(String text) {
      this.system = Objects.requireNonNull(text, "text");
      return this;
    }

    /** Another model than that of the {@link ChatCalls}. */
    public Builder model(String id) {
      this.model = Objects.requireNonNull(id, "id");
      return this;
    }

    /** A tool that the caller runs; its name is as for {@link dev.talaria.tools.HostTool}. */
    public Builder tool(String name, String description, JsonNode parameters) {
      tools.add(new DynamicTool(name, description, parameters.deepCopy()));
      return this;
    }

    /**
     * The JSON Schema of the answer, of any kind: the model gets it in the API's strict form, and
     * the answer is turned back. If the two differ, the text is told in one piece, at its end.
     */
    public Builder outputSchema(JsonNode schema) {
      this.outputSchema = schema.deepCopy();
      return this;
    }

    /**
     * The call.
     *
     * @throws LlmException if the schema is none
     */
    public ChatCall build() {
      return new ChatCall(this);
    }
  }
}
