package dev.talaria.transcript;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.protocol.ActivityItem;
import dev.talaria.protocol.Item;
import dev.talaria.transcript.PendingReasoning.TurnScope;
import java.util.List;
import java.util.stream.Stream;

/**
 * Remembers which items were completed, since Codex completes some of them again.
 *
 * <p>Not thread-safe. When a model stream is retried, the messages that were complete before are
 * completed again; on 0.125.0 a declined patch is completed twice. A tool-shaped item counts as
 * repeated when thread, turn and item id are the same, any other item when its text is the same
 * too. Items without an id are never a repetition. The memory holds the most recent {@value
 * #CAPACITY} items and outlives their turns, because commands may complete late.
 */
final class CompletedItems {

  static final int CAPACITY = 4096;

  /** How many characters a part of a key may have before its digest takes its place. */
  private static final int LONGEST = 256;

  private final RecentKeys<List<String>, Boolean> seen = new RecentKeys<>(CAPACITY);

  /** Adds an item; false if it is there already. */
  boolean add(Item item, TurnScope scope) {
    if (item.id().isEmpty()) {
      return true;
    }
    List<String> key =
        Stream.of(
                scope.threadId(),
                scope.turnId(),
                Integer.toString(scope.stretch()),
                item.type(),
                item.id(),
                identity(item))
            .map(CompletedItems::bounded)
            .toList();
    return seen.put(key, Boolean.TRUE) == null;
  }

  /** A digest in the place of what is long. */
  private static String bounded(String part) {
    return part.length() > LONGEST ? "sha256 " + Sha256.hex(part) : part;
  }

  private static String identity(Item item) {
    if (item instanceof Item.UserMessage message) {
      return message.text();
    }
    if (item instanceof Item.AgentMessage message) {
      return message.text();
    }
    if (item instanceof Item.Reasoning reasoning) {
      return String.join("\n", reasoning.summary()) + "\f" + String.join("\n", reasoning.content());
    }
    boolean noted = item instanceof Item.Unknown || item instanceof ActivityItem;
    if (noted && item.raw() instanceof ObjectNode object) {
      // The clock runs on between the two completions of one item.
      ObjectNode timeless = object.objectNode();
      timeless.setAll(object);
      return JsonText.of(timeless.remove(List.of("startedAtMs", "completedAtMs")));
    }
    return "";
  }
}
