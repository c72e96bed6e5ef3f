package dev.talaria.llm.chat;

import dev.talaria.llm.ChatEntry;
import dev.talaria.llm.schema.StrictAnswer;
import dev.talaria.protocol.DynamicTool;
import dev.talaria.protocol.InputPart;
import dev.talaria.session.TurnInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a chat call carries. Immutable.
 *
 * @param rows all messages, the oldest first; at least one
 * @param system what the model is told beside them; nothing if empty
 * @param model empty for that of the owner of the calls
 * @param form the form of the answer; empty for any text
 */
public record Conversation(
    List<ChatEntry> rows,
    String system,
    Optional<String> model,
    List<DynamicTool> tools,
    Optional<StrictAnswer> form) {

  /** Codex begins no turn without a message of the user. */
  private static final String GO_ON = "Continue with the conversation above.";

  public Conversation {
    rows = List.copyOf(rows);
    tools = List.copyOf(tools);
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

  /** Whether a turn that was begun for the other conversation can continue with this one. */
  boolean isLike(Conversation other) {
    return system.equals(other.system)
        && model.equals(other.model)
        && tools.equals(other.tools)
        && form.equals(other.form);
  }

  /** What is before the message that the model is to reply to. */
  List<ChatEntry> before() {
    return last() instanceof ChatEntry.User ? rows.subList(0, rows.size() - 1) : rows;
  }

  /** What begins the turn. */
  TurnInput input() {
    List<InputPart> parts =
        last() instanceof ChatEntry.User user ? user.parts() : List.of(new InputPart.Text(GO_ON));
    TurnInput input = TurnInput.of(parts);
    return form.map(wanted -> input.outputSchema(wanted.sent())).orElse(input);
  }

  private ChatEntry last() {
    return rows.get(rows.size() - 1);
  }
}
