package dev.talaria.transcript;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The part of a message that every endpoint takes.
 *
 * <p>Stateless. Reasoning cannot be sent back, since endpoints want it with the provider's own
 * signature or not at all; an assistant row that has nothing else is left out. So are the rows of
 * sub-agents, which no endpoint could tell from those of the conversation. Names of tools and ids
 * of calls get 1 to 64 letters, digits, {@code _} and {@code -}: the same text always gives the
 * same name, a valid name stays what it is, and one that had to be changed beyond recognition ends
 * with a digest of what it was, so that two of them stay apart.
 */
final class PortableRow {

  private static final int MAX_LENGTH = 64;
  private static final int DIGEST_LENGTH = 12;
  private static final Pattern VALID = Pattern.compile("[a-zA-Z0-9_-]{1,64}");
  private static final Pattern INVALID_CHARACTER = Pattern.compile("[^a-zA-Z0-9_-]");

  /** Parts between dots from which the dots can be restored when they are written as "__". */
  private static final Pattern DOTTED =
      Pattern.compile("[a-zA-Z0-9-]+(_[a-zA-Z0-9-]+)*(\\.[a-zA-Z0-9-]+(_[a-zA-Z0-9-]+)*)+");

  private PortableRow() {}

  static Optional<Message> of(Message message) {
    if (!message.agent().isEmpty()) {
      return Optional.empty();
    }
    if (message instanceof Message.Assistant assistant) {
      if (assistant.content().isEmpty() && assistant.toolCalls().isEmpty()) {
        return Optional.empty();
      }
      List<ToolCall> calls = assistant.toolCalls().stream().map(PortableRow::call).toList();
      return Optional.of(new Message.Assistant(wellFormed(assistant.content()), calls, ""));
    }
    if (message instanceof Message.Tool tool) {
      return Optional.of(new Message.Tool(callId(tool.toolCallId()), wellFormed(tool.content())));
    }
    return Optional.of(new Message.User(wellFormed(message.content())));
  }

  private static ToolCall call(ToolCall call) {
    return new ToolCall(callId(call.id()), toolName(call.name()), wellFormed(call.arguments()));
  }

  /** Half of a surrogate pair, which JSON can hold and UTF-8 cannot, becomes a question mark. */
  private static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  /** {@code mcp.fs.read} becomes {@code mcp__fs__read}. */
  static String toolName(String name) {
    String flat = name.replace(".", "__");
    return flat.length() <= MAX_LENGTH && DOTTED.matcher(name).matches() ? flat : callId(name);
  }

  static String callId(String id) {
    if (VALID.matcher(id).matches()) {
      return id;
    }
    String kept = INVALID_CHARACTER.matcher(id).replaceAll("_");
    int room = MAX_LENGTH - DIGEST_LENGTH - 1;
    String head = kept.substring(0, Math.min(room, kept.length()));
    return head + "_" + Sha256.hex(id).substring(0, DIGEST_LENGTH);
  }
}
