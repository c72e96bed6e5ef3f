package dev.talaria.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;

/**
 * One row of a chat transcript.
 *
 * <p>Immutable. {@link #toJson} gives the Chat-Completions form, with no key for what is absent;
 * {@link ChatCompletionsForm} and {@link ResponsesForm} write and read whole transcripts.
 */
public sealed interface Message {

  /** {@return {@code user}, {@code assistant} or {@code tool}} */
  String role();

  /** {@return the text; empty when there is none} */
  String content();

  /**
   * {@return the Chat-Completions form, as a new node}
   *
   * @param nodes makes the nodes, such as {@code JsonNodeFactory.instance}
   */
  ObjectNode toJson(JsonNodeFactory nodes);

  /**
   * Reads the Chat-Completions form back. Further members are passed over; of a content in parts
   * the texts count, joined by line feeds.
   *
   * @param message one element of {@code messages}
   * @return the row
   * @throws IllegalArgumentException naming the member that has another shape
   */
  static Message fromJson(JsonNode message) {
    return ChatCompletionsForm.read(message, new JsonShape("message"));
  }

  /**
   * What the user said. Immutable.
   *
   * @param content the text
   */
  record User(String content) implements Message {

    /**
     * A row of the user.
     *
     * @param content not null; may be empty
     */
    public User {
      Objects.requireNonNull(content, "content");
    }

    @Override
    public String role() {
      return "user";
    }

    @Override
    public ObjectNode toJson(JsonNodeFactory nodes) {
      return nodes.objectNode().put("role", role()).put("content", content);
    }
  }

  /**
   * What the model said, or the tools it called. Immutable.
   *
   * @param content the text; when it is empty and there are tool calls, JSON says {@code null}
   * @param toolCalls the calls, each answered by a {@link Tool} row that follows
   * @param reasoning what the model thought before; empty when there is nothing to tell
   */
  record Assistant(String content, List<ToolCall> toolCalls, String reasoning) implements Message {

    /**
     * A row of the model.
     *
     * @param content not null; empty for none
     * @param toolCalls copied
     * @param reasoning not null; empty for none
     */
    public Assistant {
      Objects.requireNonNull(content, "content");
      Objects.requireNonNull(reasoning, "reasoning");
      toolCalls = List.copyOf(toolCalls);
    }

    @Override
    public String role() {
      return "assistant";
    }

    @Override
    public ObjectNode toJson(JsonNodeFactory nodes) {
      ObjectNode row = nodes.objectNode().put("role", role());
      if (toolCalls.isEmpty()) {
        row.put("content", content);
      } else {
        row.put("content", content.isEmpty() ? null : content);
        ArrayNode calls = row.putArray("tool_calls");
        toolCalls.forEach(call -> calls.add(call.toJson(nodes)));
      }
      if (!reasoning.isEmpty()) {
        row.put("reasoning", reasoning);
      }
      return row;
    }
  }

  /**
   * What a tool answered. Immutable.
   *
   * @param toolCallId the {@link ToolCall#id()} that it answers
   * @param content the answer
   */
  record Tool(String toolCallId, String content) implements Message {

    /**
     * A row of a tool.
     *
     * @param toolCallId not null
     * @param content not null; may be empty
     */
    public Tool {
      Objects.requireNonNull(toolCallId, "toolCallId");
      Objects.requireNonNull(content, "content");
    }

    @Override
    public String role() {
      return "tool";
    }

    @Override
    public ObjectNode toJson(JsonNodeFactory nodes) {
      return nodes
          .objectNode()
          .put("role", role())
          .put("tool_call_id", toolCallId)
          .put("content", content);
    }
  }
}
