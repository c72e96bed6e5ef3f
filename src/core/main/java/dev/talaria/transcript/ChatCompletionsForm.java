package dev.talaria.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The form of a transcript that the Chat Completions API calls {@code messages}.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class ChatCompletionsForm {

  private static final ChatCompletionsForm COMPLETE = new ChatCompletionsForm(false);
  private static final ChatCompletionsForm PORTABLE = new ChatCompletionsForm(true);

  private final boolean portable;

  private ChatCompletionsForm(boolean portable) {
    this.portable = portable;
  }

  /**
   * {@return the form that keeps everything, each row as {@link Message#toJson} gives it: for a
   * host that stores it}
   */
  public static ChatCompletionsForm complete() {
    return COMPLETE;
  }

  /**
   * {@return the form with only what every endpoint takes: for a host that sends it} Names of tools
   * and ids of calls have at most 64 letters, digits, {@code _} and {@code -} ({@code mcp.fs.read}
   * becomes {@code mcp__fs__read}), reasoning is left out, and so are assistant rows that then say
   * nothing, and the rows of sub-agents.
   */
  public static ChatCompletionsForm portable() {
    return PORTABLE;
  }

  /**
   * {@return the messages as new nodes}
   *
   * @param messages the rows, the oldest first; a portable form leaves out those that say nothing
   */
  public ArrayNode write(List<Message> messages) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    ArrayNode rows = nodes.arrayNode();
    for (Message message : messages) {
      Optional<Message> row = portable ? PortableRow.of(message) : Optional.of(message);
      row.ifPresent(present -> rows.add(present.toJson(nodes)));
    }
    return rows;
  }

  /**
   * Reads an array of messages, in either variant of this form; {@link Message#fromJson} says how.
   *
   * @param messages what {@link #write} gave, or an API's array
   * @return the rows, in order
   * @throws IllegalArgumentException naming the first message that has another shape
   */
  public static List<Message> read(JsonNode messages) {
    JsonShape shape = new JsonShape("messages");
    List<Message> rows = new ArrayList<>();
    int index = 0;
    for (JsonNode message : shape.array(messages)) {
      rows.add(read(message, new JsonShape("messages[" + index + "]")));
      index++;
    }
    return rows;
  }

  static Message read(JsonNode message, JsonShape shape) {
    shape.object(message);
    return unmarked(message, shape).by(shape.optionalText(message, "agent"));
  }

  private static Message unmarked(JsonNode message, JsonShape shape) {
    String role = shape.text(message, "role");
    return switch (role) {
      case "user" -> new Message.User(content(message, shape));
      case "assistant" ->
          new Message.Assistant(
              content(message, shape),
              calls(message, shape),
              shape.optionalText(message, "reasoning"));
      case "tool" -> new Message.Tool(shape.text(message, "tool_call_id"), content(message, shape));
      default -> throw shape.wrong("role", "user, assistant or tool", "\"" + role + "\"");
    };
  }

  /** A text, or parts of which those of type {@code text} count. */
  private static String content(JsonNode message, JsonShape shape) {
    JsonNode content = message.path("content");
    boolean mayBeAbsent = "assistant".equals(message.path("role").asText());
    if (content.isArray()) {
      return shape.texts(content, "content", "text");
    }
    return mayBeAbsent ? shape.optionalText(message, "content") : shape.text(message, "content");
  }

  private static List<ToolCall> calls(JsonNode message, JsonShape shape) {
    List<ToolCall> calls = new ArrayList<>();
    JsonNode array = message.path("tool_calls");
    if (array.isMissingNode() || array instanceof NullNode) {
      return calls;
    }
    for (JsonNode call : shape.at("tool_calls").array(array)) {
      JsonShape callShape = shape.at("tool_calls[" + calls.size() + "]");
      callShape.object(call);
      JsonShape functionShape = callShape.at("function");
      JsonNode function = call.path("function");
      functionShape.object(function);
      calls.add(
          new ToolCall(
              callShape.text(call, "id"),
              functionShape.text(function, "name"),
              functionShape.text(function, "arguments")));
    }
    return calls;
  }
}
