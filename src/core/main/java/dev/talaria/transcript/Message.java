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

  /** {@return the sub-agent whose row it is; empty for one of the conversation itself} */
  String agent();

  /**
   * {@return this row as one of a sub-agent}
   *
   * @param agent what the agent is called; empty for none
   */
  default Message by(String agent) {
    if (this instanceof Assistant row) {
      return new Assistant(row.content(), row.toolCalls(), row.reasoning(), agent);
    } else if (this instanceof Tool row) {
      return new Tool(row.toolCallId(), row.content(), agent);
    }
    return new User(content(), agent);
  }

  /**
   * {@return the Chat-Completions form, as a new node}
   *
   * @param nodes makes the nodes, such as {@code JsonNodeFactory.instance}
   */
  ObjectNode toJson(JsonNodeFactory nodes);

  private static ObjectNode marked(ObjectNode row, String agent) {
    return agent.isEmpty() ? row : row.put("agent", agent);
  }

  /**
   * Reads the Chat-Completions form back. Further members are skipped; of a content in parts the
   * texts count, joined by line feeds.
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
   * @param agent the sub-agent that received it; empty for none
   */
  record User(String content, String agent) implements Message {

    /**
     * A row of the user.
     *
     * @param content not null; may be empty
     * @param agent not null; empty for none
     */
    public User {
      Objects.requireNonNull(content, "content");
      Objects.requireNonNull(agent, "agent");
    }

    /**
     * A row of the user.
     *
     * @param content not null; may be empty
     */
    public User(String content) {
      this(content, "");
    }

    @Override
    public String role() {
      return "user";
    }

    @Override
    public ObjectNode toJson(JsonNodeFactory nodes) {
      return marked(nodes.objectNode().put("role", role()).put("content", content), agent);
    }
  }

  /**
   * What the model said, or the tools it called. Immutable.
   *
   * @param content the text; when it is empty and there are tool calls, JSON says {@code null}
   * @param toolCalls the calls, each answered by a {@link Tool} row that follows
   * @param reasoning what the model thought before; empty when there is nothing to tell
   * @param agent the sub-agent that said it; empty for none
   */
  record Assistant(String content, List<ToolCall> toolCalls, String reasoning, String agent)
      implements Message {

    /**
     * A row of the model.
     *
     * @param content not null; empty for none
     * @param toolCalls copied
     * @param reasoning not null; empty for none
     * @param agent not null; empty for none
     */
    public Assistant {
      Objects.requireNonNull(content, "content");
      Objects.requireNonNull(reasoning, "reasoning");
      Objects.requireNonNull(agent, "agent");
      toolCalls = List.copyOf(toolCalls);
    }

    /**
     * A row of the model.
     *
     * @param content not null; empty for none
     * @param toolCalls copied
     * @param reasoning not null; empty for none
     */
    public Assistant(String content, List<ToolCall> toolCalls, String reasoning) {
      this(content, toolCalls, reasoning, "");
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
      return marked(row, agent);
    }
  }

  /**
   * What a tool answered. Immutable.
   *
   * @param toolCallId the {@link ToolCall#id()} that it answers
   * @param content the answer
   * @param agent the sub-agent that called the tool; empty for none
   */
  record Tool(String toolCallId, String content, String agent) implements Message {

    /**
     * A row of a tool.
     *
     * @param toolCallId not null
     * @param content not null; may be empty
     * @param agent not null; empty for none
     */
    public Tool {
      Objects.requireNonNull(toolCallId, "toolCallId");
      Objects.requireNonNull(content, "content");
      Objects.requireNonNull(agent, "agent");
    }

    /**
     * A row of a tool.
     *
     * @param toolCallId not null
     * @param content not null; may be empty
     */
    public Tool(String toolCallId, String content) {
      this(toolCallId, content, "");
    }

    @Override
    public String role() {
      return "tool";
    }

    @Override
    public ObjectNode toJson(JsonNodeFactory nodes) {
      return marked(
          nodes
              .objectNode()
              .put("role", role())
              .put("tool_call_id", toolCallId)
              .put("content", content),
          agent);
    }
  }
}
