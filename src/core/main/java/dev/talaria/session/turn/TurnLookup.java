package dev.talaria.session.turn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.appserver.AppServer;
import dev.talaria.appserver.Workers;
import dev.talaria.protocol.InputPart;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.ThreadTurn;
import dev.talaria.protocol.v2.SortDirection;
import dev.talaria.protocol.v2.ThreadTurnsListParams;
import dev.talaria.protocol.v2.TurnItemsView;
import dev.talaria.protocol.v2.TurnSteerParams;
import dev.talaria.protocol.wire.Wire;
import dev.talaria.session.TurnInput;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Asks Codex for the truth about a turn.
 *
 * <p>Source: {@code thread/turns/list} of 0.125.0, 0.130.0 and 0.169.0 gives the status of a
 * running, an ended and a cut-off turn as it is; before a thread's first turn it is refused.
 */
public final class TurnLookup {

  /** How long Codex may take to answer. */
  public static final Duration LIMIT = Duration.ofSeconds(5);

  private static final int LATEST = 4;

  private static final Duration SECOND_LOOK = Duration.ofMillis(300);

  /** Of a thread that is taken up again: what ran meanwhile is among these. */
  private static final int MANY = 20;

  private TurnLookup() {}

  /** The thread's latest turns, the newest first; fails as a request does. */
  public static CompletableFuture<List<ThreadTurn>> latest(AppServer server, String threadId) {
    return latest(server, threadId, LATEST, TurnItemsView.FULL);
  }

  /**
   * More of the thread's latest turns, the newest first; fails as a request does. One that was
   * interrupted is looked at once more: one of some 300 turns whose host was killed ended so here
   * (0.169.0), and did not when it was looked for.
   */
  public static CompletableFuture<List<ThreadTurn>> many(
      AppServer server, Workers workers, String threadId) {
    return latest(server, threadId, MANY, TurnItemsView.FULL)
        .thenCompose(
            turns ->
                turns.stream().limit(1).anyMatch(TurnLookup::isDoubtful)
                    ? after(SECOND_LOOK, workers)
                        .thenCompose(done -> latest(server, threadId, MANY, TurnItemsView.FULL))
                    : CompletableFuture.completedFuture(turns));
  }

  /** Whether it is reported as interrupted without the time that an interrupted turn has taken. */
  static boolean isDoubtful(ThreadTurn turn) {
    return turn.status().equals("interrupted") && turn.duration().isEmpty();
  }

  private static CompletableFuture<Void> after(Duration delay, Workers workers) {
    CompletableFuture<Void> over = new CompletableFuture<>();
    workers
        .timer()
        .schedule(
            () -> workers.run(() -> over.complete(null)), delay.toMillis(), TimeUnit.MILLISECONDS);
    return over;
  }

  /** As {@link #latest}, without what is in the turns, where the version can leave it out. */
  static CompletableFuture<List<ThreadTurn>> statuses(AppServer server, String threadId) {
    return latest(server, threadId, LATEST, TurnItemsView.NOT_LOADED);
  }

  private static CompletableFuture<List<ThreadTurn>> latest(
      AppServer server, String threadId, int most, TurnItemsView items) {
    return server
        .request("thread/turns/list", newestFirst(threadId, most, items), JsonNode.class, LIMIT)
        .thenApply(ThreadTurn::listOf);
  }

  /** Asks for a thread's turns; 0.125.0 always gives their items. */
  public static ThreadTurnsListParams newestFirst(String threadId, int limit, TurnItemsView items) {
    return ThreadTurnsListParams.of(threadId)
        .limit((long) limit)
        .sortDirection(SortDirection.DESC)
        .itemsView(items);
  }

  /** The turn of this id. */
  static Optional<ThreadTurn> find(List<ThreadTurn> turns, String turnId) {
    return turns.stream().filter(turn -> turn.id().equals(turnId)).findFirst();
  }

  /** Whether a turn has a message of the user with this key. */
  public static boolean hasKey(ThreadTurn turn, String key) {
    return turn.items().stream()
        .filter(Item.UserMessage.class::isInstance)
        .map(Item.UserMessage.class::cast)
        .anyMatch(message -> message.clientId().filter(key::equals).isPresent());
  }

  /** The texts of an input. */
  public static List<String> texts(List<InputPart> input) {
    return input.stream()
        .filter(InputPart.Text.class::isInstance)
        .map(part -> ((InputPart.Text) part).text())
        .toList();
  }

  /** Whether a turn has this input: as its key says, or else began with it, as its texts tell. */
  static boolean beganWith(ThreadTurn turn, TurnInput input) {
    if (input.key().isPresent()) {
      return hasKey(turn, input.key().get());
    }
    List<String> texts = texts(input.parts());
    return turn.items().stream()
        .filter(Item.UserMessage.class::isInstance)
        .map(Item.UserMessage.class::cast)
        .findFirst()
        .map(message -> message.texts().containsAll(texts) && !texts.isEmpty())
        .orElse(false);
  }

  /** More input for a turn; Codex refuses it when another one runs. */
  public static TurnSteerParams steer(String threadId, String turnId, TurnInput more) {
    return new TurnSteerParams(
        Wire.object("threadId", threadId, "input", more.parts(), "expectedTurnId", turnId));
  }
}
