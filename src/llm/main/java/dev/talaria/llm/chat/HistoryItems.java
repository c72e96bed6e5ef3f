package dev.talaria.llm.chat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.llm.ChatEntry;
import dev.talaria.protocol.InputPart;
import dev.talaria.transcript.Message;
import dev.talaria.transcript.ResponsesForm;
import dev.talaria.transcript.ToolCall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rows of a conversation as the items that {@code thread/inject_items} takes. Pure functions.
 *
 * <p>The model's server refuses a call without its result and a result without its call, so the
 * first is left out and the second is written as text.
 */
final class HistoryItems {

  private HistoryItems() {}

  static ArrayNode of(List<ChatEntry> rows) {
    Set<String> called = new HashSet<>();
    Set<String> answered = new HashSet<>();
    for (ChatEntry row : rows) {
      if (row instanceof ChatEntry.Assistant assistant) {
        assistant.toolCalls().forEach(call -> called.add(call.id()));
      } else if (row instanceof ChatEntry.Result result && called.contains(result.callId())) {
        answered.add(result.callId());
      }
    }
    ArrayNode items = JsonNodeFactory.instance.arrayNode();
    for (ChatEntry row : rows) {
      if (row instanceof ChatEntry.User user) {
        items.add(user(user));
      } else {
        items.addAll(ResponsesForm.portable().write(List.of(message(row, answered))));
      }
    }
    return items;
  }

  private static Message message(ChatEntry row, Set<String> answered) {
    if (row instanceof ChatEntry.Assistant assistant) {
      List<ToolCall> calls = new ArrayList<>(assistant.toolCalls());
      calls.removeIf(call -> !answered.contains(call.id()));
      return new Message.Assistant(assistant.text(), calls, "");
    }
    ChatEntry.Result result = (ChatEntry.Result) row;
    return answered.contains(result.callId())
        ? new Message.Tool(result.callId(), result.text())
        : new Message.User("Result of " + result.tool() + ": " + result.text());
  }

  private static ObjectNode user(ChatEntry.User user) {
    ObjectNode item =
        JsonNodeFactory.instance.objectNode().put("type", "message").put("role", "user");
    ArrayNode content = item.putArray("content");
    for (InputPart part : user.parts()) {
      if (part instanceof InputPart.Text text) {
        content.addObject().put("type", "input_text").put("text", text.text());
      } else if (part instanceof InputPart.Image image) {
        content.addObject().put("type", "input_image").put("image_url", image.url());
      } else {
        throw new IllegalArgumentException(
            "an earlier message may have texts and pictures by URL, not " + part);
      }
    }
    return item;
  }
}
