package dev.talaria.transcript;

import dev.talaria.protocol.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Keeps what the model thought until the assistant's next row of the same turn, or the turn's end,
 * takes it.
 *
 * <p>Not thread-safe. Bounded: of each turn {@value #MAX_CHARS} characters, of all turns the
 * {@value #MAX_TURNS} most recent ones that have some.
 */
final class PendingReasoning {

  static final int MAX_TURNS = 64;
  static final int MAX_CHARS = 128 * 1024;
  static final String CUT_MARK = "\n[reasoning cut]";

  private final RecentKeys<TurnScope, StringBuilder> pending = new RecentKeys<>(MAX_TURNS);

  void add(TurnScope scope, Item.Reasoning reasoning) {
    append(scope, reasoning.summary());
    append(scope, reasoning.content());
  }

  /** Hands the turn's reasoning over and forgets it; empty when there is none. */
  String take(TurnScope scope) {
    StringBuilder text = pending.remove(scope);
    return text == null ? "" : text.toString();
  }

  /** Hands over what came without a turn id, and forgets it; empty when there is none. */
  String takeAllWithoutTurn() {
    return String.join("\n", takeAll(scope -> scope.turnId().isEmpty()));
  }

  /** Hands over the reasoning of every turn that has some, and forgets it. */
  List<String> takeAll() {
    return takeAll(scope -> true);
  }

  private List<String> takeAll(Predicate<TurnScope> wanted) {
    List<String> texts = new ArrayList<>();
    pending
        .entrySet()
        .removeIf(
            entry -> {
              boolean taken = wanted.test(entry.getKey());
              if (taken && !entry.getValue().isEmpty()) {
                texts.add(entry.getValue().toString());
              }
              return taken;
            });
    return texts;
  }

  private void append(TurnScope scope, List<String> parts) {
    for (String part : parts) {
      StringBuilder text = pending.get(scope);
      if (text == null) {
        text = new StringBuilder();
        pending.put(scope, text);
      } else if (text.length() <= MAX_CHARS) {
        text.append('\n');
      }
      appendWithinBounds(text, part);
    }
  }

  private static void appendWithinBounds(StringBuilder text, String part) {
    int room = MAX_CHARS - text.length();
    if (part.length() <= room) {
      text.append(part);
    } else if (text.length() <= MAX_CHARS) {
      boolean splitsPair = room > 0 && Character.isHighSurrogate(part.charAt(room - 1));
      text.append(part, 0, Math.max(0, splitsPair ? room - 1 : room)).append(CUT_MARK);
    }
  }

  /**
   * The turn that an item belongs to.
   *
   * <p>Immutable. Items without a turn id belong together from one turn's start or end to the next;
   * {@code stretch} tells these stretches apart and is 0 for every item with a turn id.
   */
  record TurnScope(String threadId, String turnId, int stretch) {}
}
