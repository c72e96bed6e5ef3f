package dev.talaria.host;

import dev.talaria.base.Guard;
import dev.talaria.protocol.TokenUsage.Counts;
import dev.talaria.session.result.TurnResult;
import dev.talaria.transcript.Message;
import java.util.List;

/**
 * Enters what a turn came to into the host's records: history, counters, usage, memory, reviews.
 *
 * <p>For the thread that runs the turns. What the host throws in the side accounts is logged: the
 * turn has happened, and its result stands.
 */
final class TurnAccounting {

  private final HostAgent agent;
  private final List<ReviewCadence> reviews;
  private String threadTold;
  private int compactions;
  private Counts total;
  private String totalOf = "";

  /**
   * @param threadKnown the thread that the host knows already; empty for none
   */
  TurnAccounting(HostAgent agent, String threadKnown, List<ReviewCadence> reviews) {
    this.agent = agent;
    this.reviews = reviews;
    threadTold = threadKnown;
  }

  /** What every turn brings, however it ended. */
  void enter(TurnResult turn, List<Message> rows, TurnUsage usage, String model) {
    if (!rows.isEmpty()) {
      agent.append(rows);
    }
    String thread = turn.threadId();
    // An id that is stored before its rows could bring up a thread that the history knows not of.
    if (!thread.isEmpty() && !thread.equals(threadTold)) {
      threadTold = thread;
      side("note of the thread", () -> agent.threadChanged(thread));
    }
    if (turn.usage() != null) {
      UsageRecord record =
          new UsageRecord(thread, turn.turnId(), model, tokens(turn, usage), turn.usage());
      total = turn.usage().total();
      totalOf = thread;
      side("usage record", () -> agent.recordUsage(record));
    }
    for (int left = usage.compactions(turn); left > 0; left--) {
      CompactionRecord compaction = new CompactionRecord(thread, turn.turnId(), ++compactions);
      side("compaction record", () -> agent.recordCompaction(compaction));
    }
  }

  /** Of a thread whose last total is known what was added; it may begin again after a resume. */
  private Counts tokens(TurnResult turn, TurnUsage usage) {
    Counts now = turn.usage().total();
    return turn.threadId().equals(totalOf) && now.totalTokens() >= total.totalTokens()
        ? TurnUsage.minus(now, total)
        : usage.tokens(turn.usage());
  }

  /** Ends a turn of the user's: its result, memory and reviews. */
  ConversationResult close(
      TurnResult turn, String said, List<Message> rows, TurnUsage usage, boolean reviewMemory) {
    reviews.forEach(review -> review.add(turn.toolIterations(), usage.tools()));
    List<Message> history = List.copyOf(agent.history());
    ConversationResult result = ConversationResult.of(turn, history);
    List<String> due = due();
    String text = ConversationResult.text(turn);
    if (result.completed() && !text.isBlank()) {
      side("memory", () -> agent.syncMemory(new FinishedTurn(said, text, rows, history)));
      if (reviewMemory || !due.isEmpty()) {
        String apiMode = RuntimeResolver.withoutAppServer(agent.apiMode());
        side(
            "review",
            () -> agent.spawnReview(new ReviewRequest(history, reviewMemory, due, apiMode)));
      }
    }
    return result;
  }

  private List<String> due() {
    return agent.nextMessageWaits()
        ? List.of()
        : reviews.stream().filter(ReviewCadence::takeDue).map(ReviewCadence::name).toList();
  }

  private static void side(String what, Guard.Action call) {
    Guard.of("the host's " + what).run(call);
  }
}
