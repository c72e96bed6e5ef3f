package dev.talaria.transcript;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The part of a message that every endpoint takes.
 *
 * <p>Stateless. Reasoning cannot be sent back, since endpoints want it with the provider's own
 * signature or not at all; an assistant row that has nothing else is left out.
 */
final class PortableRow {

  private PortableRow() {}

  static Optional<Message> of(Message message) {
    if (message instanceof Message.Assistant assistant) {
      if (assistant.content().isEmpty() && assistant.toolCalls().isEmpty()) {
        return Optional.empty();
      }
      List<ToolCall> calls = assistant.toolCalls().stream().map(PortableRow::call).toList();
      return Optional.of(new Message.Assistant(wellFormed(assistant.content()), calls, ""));
    }
    if (message instanceof Message.Tool tool) {
      return Optional.of(
          new Message.Tool(PortableName.ofCall(tool.toolCallId()), wellFormed(tool.content())));
    }
    return Optional.of(new Message.User(wellFormed(message.content())));
  }

  private static ToolCall call(ToolCall call) {
    return new ToolCall(
        PortableName.ofCall(call.id()),
        PortableName.ofTool(call.name()),
        wellFormed(call.arguments()));
  }

  /** Half of a surrogate pair, which JSON can hold and UTF-8 cannot, becomes a question mark. */
  private static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
