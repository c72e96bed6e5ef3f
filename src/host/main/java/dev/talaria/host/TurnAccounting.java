package dev.talaria.host;

import dev.talaria.base.Guard;
import dev.talaria.protocol.TokenUsage.Counts;
import dev.talaria.session.TurnResult;
import dev.talaria.transcript.Message;
import java.util.List;

/**
 * Enters what a turn came to into the host's books: history, counters, usage, memory, reviews.
 *
 * <p>For the thread that runs the turns. What the host throws in the side accounts is logged: the
 * turn has happened, and its result stands.
 */
final class TurnAccounting {

  private static final String SKILL_TOOL = "skill_manage";

  private final HostAgent agent;
  private String threadTold;
  private int compactions;
  private Counts total;
  private String totalOf = "";

  /**
   * @param threadKnown the thread that the host knows already; empty for none
   */
  TurnAccounting(HostAgent agent, String threadKnown) {
    this.agent = agent;
    threadTold = threadKnown;
  }

  /** What every turn brings, however it ended. */
  void enter(TurnResult turn, List<Message> rows, TurnUsage tally, String model) {
    agent.itersSinceSkill(agent.itersSinceSkill() + turn.toolIterations());
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
      UsageRecord usage =
          new UsageRecord(thread, turn.turnId(), model, tokens(turn, tally), turn.usage());
      total = turn.usage().total();
      totalOf = thread;
      side("usage record", () -> agent.recordUsage(usage));
    }
    for (int left = tally.compactions(turn); left > 0; left--) {
      CompactionRecord compaction = new CompactionRecord(thread, turn.turnId(), ++compactions);
      side("compaction record", () -> agent.recordCompaction(compaction));
    }
  }

  /** Of a thread whose last total is known what was added; it may begin again after a resume. */
  private Counts tokens(TurnResult turn, TurnUsage tally) {
    Counts now = turn.usage().total();
    return turn.threadId().equals(totalOf) && now.totalTokens() >= total.totalTokens()
        ? TurnUsage.minus(now, total)
        : tally.tokens(turn.usage());
  }

  /** Ends a turn of the user's: its result, memory and reviews. */
  ConversationResult close(TurnResult turn, String said, List<Message> rows, boolean reviewMemory) {
    List<Message> history = List.copyOf(agent.history());
    ConversationResult result = ConversationResult.of(turn, history);
    boolean reviewSkills = skillsAreDue();
    String text = ConversationResult.text(turn);
    if (result.completed() && !text.isBlank()) {
      side("memory", () -> agent.syncMemory(new FinishedTurn(said, text, rows, history)));
      if (reviewMemory || reviewSkills) {
        String apiMode = RuntimeResolver.withoutAppServer(agent.apiMode());
        side(
            "review",
            () ->
                agent.spawnReview(new ReviewRequest(history, reviewMemory, reviewSkills, apiMode)));
      }
    }
    return result;
  }

  private boolean skillsAreDue() {
    int interval = agent.skillNudgeInterval();
    boolean due =
        interval > 0
            && agent.itersSinceSkill() >= interval
            && agent.toolNames().contains(SKILL_TOOL)
            && !agent.nextMessageWaits();
    if (due) {
      agent.itersSinceSkill(0);
    }
    return due;
  }

  private static void side(String what, Guard.Action call) {
    Guard.of("the host's " + what).run(call);
  }
}
