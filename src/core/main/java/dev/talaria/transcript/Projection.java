package dev.talaria.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one event adds to the transcript: nothing, a message, or a tool call with its result.
 *
 * <p>Immutable.
 *
 * @param messages {@code []}, {@code [user]}, {@code [assistant]}, or {@code [assistant with one
 *     tool call, tool with the same id]}; {@link ItemProjector#end} may give several {@code
 *     assistant} without tool calls
 * @param toolIteration whether a tool-shaped item was completed
 * @param finalText the text of a completed agent message, which may be empty; the last one of a
 *     turn is the turn's answer
 */
public record Projection(
    List<Message> messages, boolean toolIteration, Optional<String> finalText) {

  /** The projection of an event that adds nothing. */
  public static final Projection EMPTY = new Projection(List.of(), false, Optional.empty());

  /**
   * For tests of a transcript; {@link ItemProjector} gives those of a session.
   *
   * @param messages copied
   * @param toolIteration whether a tool-shaped item was completed
   * @param finalText not null; empty unless a message of the agent was completed
   */
  public Projection {
    messages = List.copyOf(messages);
    Objects.requireNonNull(finalText, "finalText");
  }

  /** Rows for what was thought and not followed by anything; nothing for empty thoughts. */
  static Projection ofThoughts(List<String> thoughts) {
    List<Message> rows = new ArrayList<>();
    for (String text : thoughts) {
      if (!text.isEmpty()) {
        rows.add(new Message.Assistant("", List.of(), text));
      }
    }
    return rows.isEmpty() ? EMPTY : new Projection(rows, false, Optional.empty());
  }

  static Projection of(Message message) {
    return new Projection(List.of(message), false, Optional.empty());
  }
}
