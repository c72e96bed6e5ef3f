package dev.talaria.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the items of the Responses API together to messages, one item at a time.
 *
 * <p>Not thread-safe; serves one reading.
 */
final class ResponsesReader {

  private final List<Message> messages = new ArrayList<>();
  private final List<ToolCall> calls = new ArrayList<>();
  private String reasoning = "";

  void item(JsonNode item, JsonShape shape) {
    shape.object(item);
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
        messages.add(new Message.Tool(shape.text(item, "call_id"), output(item, shape)));
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
        messages.add(new Message.User(content(item, shape, "content", "input_text")));
      }
      case "assistant" -> {
        if (!calls.isEmpty()) {
          flush();
        }
        String text = content(item, shape, "content", "output_text");
        messages.add(new Message.Assistant(text, List.of(), reasoning));
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
      messages.add(new Message.Assistant("", calls, reasoning));
      calls.clear();
      reasoning = "";
    }
  }
}
