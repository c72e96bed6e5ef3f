package dev.talaria.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The form of a transcript that the Responses API calls {@code input} items.
 *
 * <p>Immutable and safe for use by many threads. One message may become several items: its
 * reasoning, its text and each of its tool calls is an item of its own.
 */
public final class ResponsesForm {

  private static final ResponsesForm COMPLETE = new ResponsesForm(false);
  private static final ResponsesForm PORTABLE = new ResponsesForm(true);

  private final boolean portable;

  private ResponsesForm(boolean portable) {
    this.portable = portable;
  }

  /**
   * {@return the form that keeps everything: for a host that stores it} Reasoning becomes an item
   * with a summary; an endpoint does not take it back, since it lacks the provider's id and
   * encrypted content.
   */
  public static ResponsesForm complete() {
    return COMPLETE;
  }

  /**
   * {@return the form with only what every endpoint takes: for a host that sends it} Names of tools
   * and ids of calls have at most 64 letters, digits, {@code _} and {@code -} ({@code mcp.fs.read}
   * becomes {@code mcp__fs__read}), reasoning is left out, and so are assistant rows that then say
   * nothing, and the rows of sub-agents.
   */
  public static ResponsesForm portable() {
    return PORTABLE;
  }

  /**
   * {@return the items as new nodes}
   *
   * @param messages the rows, the oldest first; a portable form leaves out those that say nothing
   */
  public ArrayNode write(List<Message> messages) {
    ArrayNode items = JsonNodeFactory.instance.arrayNode();
    for (Message message : messages) {
      Optional<Message> row = portable ? PortableRow.of(message) : Optional.of(message);
      int first = items.size();
      row.ifPresent(present -> write(present, items));
      if (!message.agent().isEmpty()) {
        for (int i = first; i < items.size(); i++) {
          ((ObjectNode) items.get(i)).put("agent", message.agent());
        }
      }
    }
    return items;
  }

  /**
   * Reads an array of items, in either variant of this form. Further members and parts that are not
   * text are skipped. Tool calls that follow each other without anything between are one message,
   * as parallel calls are; a reasoning item belongs to the assistant's next item.
   *
   * @param items what {@link #write} gave, or an API's array
   * @return the rows, in order
   * @throws IllegalArgumentException naming the first item that has another shape
   */
  public static List<Message> read(JsonNode items) {
    Reader reader = new Reader();
    int index = 0;
    for (JsonNode item : new JsonShape("input").array(items)) {
      reader.item(item, new JsonShape("input[" + index + "]"));
      index++;
    }
    return reader.end();
  }

  private void write(Message message, ArrayNode items) {
    if (message instanceof Message.Assistant assistant) {
      reasoning(assistant.reasoning(), items);
      if (!assistant.content().isEmpty() || assistant.toolCalls().isEmpty()) {
        ObjectNode text = text("assistant", "output_text", assistant.content(), items);
        if (portable) {
          // Some servers take a text of the model's only together with its list of citations.
          text.putArray("annotations");
        }
      }
      assistant.toolCalls().forEach(call -> call(call, items));
    } else if (message instanceof Message.Tool tool) {
      items
          .addObject()
          .put("type", "function_call_output")
          .put("call_id", tool.toolCallId())
          .put("output", tool.content());
    } else {
      text("user", "input_text", message.content(), items);
    }
  }

  private static ObjectNode text(String role, String type, String text, ArrayNode items) {
    return items
        .addObject()
        .put("type", "message")
        .put("role", role)
        .putArray("content")
        .addObject()
        .put("type", type)
        .put("text", text);
  }

  private static void reasoning(String text, ArrayNode items) {
    if (!text.isEmpty()) {
      items
          .addObject()
          .put("type", "reasoning")
          .putArray("summary")
          .addObject()
          .put("type", "summary_text")
          .put("text", text);
    }
  }

  private static void call(ToolCall call, ArrayNode items) {
    items
        .addObject()
        .put("type", "function_call")
        .put("call_id", call.id())
        .put("name", call.name())
        .put("arguments", call.arguments());
  }

  /** Puts items together to messages, one item at a time; serves one reading. */
  private static final class Reader {

    private final List<Message> messages = new ArrayList<>();
    private final List<ToolCall> calls = new ArrayList<>();
    private String reasoning = "";
    private String agent = "";

    void item(JsonNode item, JsonShape shape) {
      shape.object(item);
      String of = shape.optionalText(item, "agent");
      if (!of.equals(agent)) {
        flush();
        agent = of;
      }
      // The API lets a plain message go without a type.
      String type = item.has("type") ? shape.text(item, "type") : "message";
      switch (type) {
        case "message" -> message(item, shape);
        case "function_call" ->
            calls.add(
                new ToolCall(
                    shape.text(item, "call_id"),
                    shape.text(item, "name"),
                    shape.text(item, "arguments")));
        case "function_call_output" -> {
          flush();
          messages.add(new Message.Tool(shape.text(item, "call_id"), output(item, shape), agent));
        }
        case "reasoning" -> {
          flush();
          reasoning = summary(item, shape);
        }
        default ->
            throw shape.wrong(
                "type",
                "message, function_call, function_call_output or reasoning",
                "\"" + type + "\"");
      }
    }

    List<Message> end() {
      flush();
      return messages;
    }

    private void message(JsonNode item, JsonShape shape) {
      String role = shape.text(item, "role");
      switch (role) {
        case "user" -> {
          flush();
          messages.add(new Message.User(content(item, shape, "content", "input_text"), agent));
        }
        case "assistant" -> {
          if (!calls.isEmpty()) {
            flush();
          }
          String text = content(item, shape, "content", "output_text");
          messages.add(new Message.Assistant(text, List.of(), reasoning, agent));
          reasoning = "";
        }
        default -> throw shape.wrong("role", "user or assistant", "\"" + role + "\"");
      }
    }

    private static String output(JsonNode item, JsonShape shape) {
      return content(item, shape, "output", "input_text");
    }

    private static String content(JsonNode item, JsonShape shape, String member, String type) {
      JsonNode content = item.path(member);
      return content.isArray() ? shape.texts(content, member, type) : shape.text(item, member);
    }

    private static String summary(JsonNode item, JsonShape shape) {
      JsonNode summary = item.path("summary");
      shape.at("summary").array(summary);
      return shape.texts(summary, "summary", "summary_text");
    }

    /** What the assistant has said so far is a message when something else follows. */
    private void flush() {
      if (!calls.isEmpty() || !reasoning.isEmpty()) {
        messages.add(new Message.Assistant("", calls, reasoning, agent));
        calls.clear();
        reasoning = "";
      }
    }
  }
}
