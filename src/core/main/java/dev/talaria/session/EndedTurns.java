package dev.talaria.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * A session's turns that have ended and of which something may still end: the latest few, and those
 * whose commands go on.
 *
 * <p>Mailbox only, but for {@link #runningCommands}.
 */
final class EndedTurns {

  private static final int LATEST = 8;

  /** More than Codex has background commands (64), so that only what it forgot is forgotten. */
  private static final int MOST = 100;

  private final Map<String, ActiveTurn> turns = new LinkedHashMap<>();
  private final List<CompletableFuture<Void>> waiting = new ArrayList<>();
  private volatile List<BackgroundCommand> running = List.of();
  private boolean deaf;

  void add(ActiveTurn turn) {
    if (!turn.turnId().isEmpty()) {
      turns.put(turn.turnId(), turn);
      prune();
      refresh();
    }
  }

  private void prune() {
    int surplus = turns.size() - LATEST;
    var oldestFirst = turns.values().iterator();
    while (surplus > 0) {
      boolean quiet = oldestFirst.next().runningCommands().isEmpty();
      if (quiet || turns.size() > MOST) {
        oldestFirst.remove();
      }
      surplus--;
    }
  }

  /** The turn of this id; {@code null} when it is not among these. */
  ActiveTurn get(String turnId) {
    return turns.get(turnId);
  }

  /** The commands of these turns that go on. Any thread. */
  List<BackgroundCommand> runningCommands() {
    return running;
  }

  /** An item of one of these turns has ended. */
  void refresh() {
    running =
        turns.values().stream().map(ActiveTurn::runningCommands).flatMap(List::stream).toList();
    if (running.isEmpty() || deaf) {
      waiting.forEach(waits -> waits.complete(null));
      waiting.clear();
    }
  }

  /** Completes the future when none of the commands goes on any more, or nothing more is heard. */
  void whenCommandsEnded(CompletableFuture<Void> waits) {
    waiting.removeIf(CompletableFuture::isDone);
    waiting.add(waits);
    refresh();
  }

  /** Codex tells nothing more of these turns. */
  void hearNoMore() {
    deaf = true;
    refresh();
  }

  /**
   * Forgets the commands that were asked about and that Codex does not have.
   *
   * @param asked what ran before Codex was asked
   * @param terminals the result of {@code thread/backgroundTerminals/list}; one that has more pages
   *     tells nothing, as what is not on this one may be on another
   */
  void keepCommands(Collection<BackgroundCommand> asked, JsonNode terminals) {
    if (!terminals.path("data").isArray() || terminals.path("nextCursor").isTextual()) {
      return;
    }
    Set<String> present = new HashSet<>();
    terminals.path("data").forEach(terminal -> present.add(terminal.path("itemId").asText("")));
    for (BackgroundCommand command : asked) {
      ActiveTurn turn = turns.get(command.turnId());
      if (turn != null && !present.contains(command.itemId())) {
        turn.items().commandDoesNotRun(command.itemId());
      }
    }
    refresh();
  }
}
