package dev.talaria.session.thread;

import dev.talaria.transcript.Message;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A previous conversation as instructions for a new thread. Pure functions. */
public final class HistorySeed {

  /** How many characters of the conversation are kept, the newest ones. */
  static final int MOST = 32_000;

  private static final int MOST_OF_A_TOOL = 400;
  private static final String HEAD =
      "This conversation began in a thread that is lost. What was said and done before, the oldest"
          + " first:\n";

  private HistorySeed() {}

  /** The instructions with the conversation after them; unchanged when there is none. */
  public static String with(String instructions, List<Message> history) {
    Deque<String> kept = new ArrayDeque<>();
    int left = MOST;
    for (int i = history.size() - 1; i >= 0 && left > 0; i--) {
      String row = row(history.get(i));
      String fitting = row.length() <= left ? row : end(row, left);
      kept.addFirst(fitting);
      left -= fitting.length();
    }
    if (kept.isEmpty()) {
      return instructions;
    }
    String seed = HEAD + String.join("", kept);
    return instructions == null || instructions.isBlank() ? seed : instructions + "\n\n" + seed;
  }

  private static String row(Message message) {
    if (message instanceof Message.Tool tool) {
      return "tool: " + beginning(tool.content()) + "\n";
    }
    StringBuilder row = new StringBuilder();
    if (!message.content().isEmpty()) {
      row.append(message.role()).append(": ").append(message.content()).append('\n');
    }
    if (message instanceof Message.Assistant assistant) {
      assistant
          .toolCalls()
          .forEach(
              call ->
                  row.append("call: " + call.name() + " " + beginning(call.arguments()) + "\n"));
    }
    return row.toString();
  }

  private static String beginning(String text) {
    if (text.length() <= MOST_OF_A_TOOL) {
      return text;
    }
    int to = Character.isHighSurrogate(text.charAt(MOST_OF_A_TOOL - 1)) ? -1 : 0;
    return text.substring(0, MOST_OF_A_TOOL + to) + " …";
  }

  private static String end(String text, int length) {
    int from = text.length() - length;
    return text.substring(Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from);
  }
}
