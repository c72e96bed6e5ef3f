package dev.talaria.session.turn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.Redaction;
import dev.talaria.base.VisibleText;
import dev.talaria.codex.CodexCapability;
import dev.talaria.protocol.Goal;
import dev.talaria.rpc.ConnectionLostException;
import dev.talaria.session.CloseReport;
import dev.talaria.session.CloseReport.EndedTurn;
import dev.talaria.session.result.BackgroundCommand;
import dev.talaria.session.result.TurnState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The turns of a thread that have ended and of which something may still end: the latest few, and
 * those whose commands continue. Waits for these commands, and ends them.
 *
 * <p>Mailbox only, where it does not say otherwise.
 */
public final class EndedTurns {

  private static final Logger log = LoggerFactory.getLogger(EndedTurns.class);

  private static final int LATEST = 8;

  /** More than Codex has background commands (64), so that only what it forgot is forgotten. */
  private static final int MOST = 100;

  /** How long after a command has left Codex's list its item may end. */
  private static final Duration LATE_ITEMS = Duration.ofMillis(200);

  /** How many of the commands that a close ends its log line names, and how much of each. */
  private static final int MOST_NAMED = 5;

  private static final int LONGEST_NAMED = 120;

  private final ThreadTurns thread;
  private final Map<String, ActiveTurn> turns = new LinkedHashMap<>();
  private final List<CompletableFuture<Void>> waiting = new ArrayList<>();
  private volatile List<BackgroundCommand> running = List.of();
  private volatile boolean mayRun;
  private volatile CloseReport closeReport;
  private boolean noMoreEvents;
  private List<EndedTurn> closedTurns = List.of();
  private List<Goal> closedGoals = List.of();
  private List<BackgroundCommand> endedCommands = List.of();
  private List<String> unqueued = List.of();

  EndedTurns(ThreadTurns thread) {
    this.thread = thread;
  }

  /** The turn is over; a command of it may continue that Codex has not announced yet. */
  void add(ActiveTurn turn) {
    mayRun |= turn.state() == TurnState.INTERRUPTED || turn.record().commandIsOpen();
    if (turn.isNamed()) {
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

  /** The commands of these turns that continue. Any thread. */
  public List<BackgroundCommand> runningCommands() {
    return running;
  }

  /** An item of one of these turns has ended, or Codex has ended one whose commands continue. */
  void refresh() {
    running =
        Stream.concat(
                turns.values().stream(),
                thread.open().stream().filter(turn -> turn.ending().isCompleted()))
            .flatMap(turn -> turn.runningCommands().stream())
            .toList();
    if (running.isEmpty() || noMoreEvents) {
      waiting.forEach(waits -> waits.complete(null));
      waiting.clear();
    }
  }

  /** Codex does not report anything more about these turns. */
  void noMoreEvents() {
    noMoreEvents = true;
    refresh();
  }

  /**
   * Completes when none of the commands continues, or nothing more is reported about them. Any
   * thread.
   */
  public CompletableFuture<Void> commandsEnd() {
    CompletableFuture<Void> waits = new CompletableFuture<>();
    thread.post(
        () -> {
          waiting.removeIf(CompletableFuture::isDone);
          waiting.add(waits);
          refresh();
          if (!waits.isDone()
              && CodexCapability.BACKGROUND_TERMINAL_LIST.isIn(thread.server().version())) {
            check();
          }
        });
    return waits;
  }

  /** Asks Codex which commands it has: the end of one may never have been told. */
  private void check() {
    List<BackgroundCommand> asked = running;
    request("thread/backgroundTerminals/list")
        .whenComplete(
            (terminals, error) -> {
              if (error != null) {
                log.debug("Codex did not list the commands of {}", thread.threadId(), error);
              } else {
                thread.later(LATE_ITEMS, () -> keep(asked, terminals));
              }
            });
  }

  /**
   * Forgets the commands that were asked about and that Codex does not have.
   *
   * @param terminals one that has more pages does not report anything, as what is not on this one
   *     may be on another
   */
  private void keep(List<BackgroundCommand> asked, JsonNode terminals) {
    if (!terminals.path("data").isArray() || terminals.path("nextCursor").isTextual()) {
      return;
    }
    Set<String> present = new HashSet<>();
    terminals.path("data").forEach(terminal -> present.add(terminal.path("itemId").asText("")));
    for (BackgroundCommand command : asked) {
      ActiveTurn turn = thread.of(command.turnId());
      if (turn != null && !present.contains(command.itemId())) {
        turn.record().commandDoesNotRun(command.itemId());
      }
    }
    refresh();
  }

  /** Has Codex end all commands of the thread. Any thread. */
  public CompletableFuture<Void> endCommands() {
    mayRun = false;
    return request("thread/backgroundTerminals/clean").thenApply(done -> null);
  }

  private CompletableFuture<JsonNode> request(String method) {
    return thread.server().request(method, Map.of("threadId", thread.threadId()), JsonNode.class);
  }

  /** The session is being closed: these turns run, and these goals are active. */
  void closing(List<EndedTurn> openTurns, List<Goal> activeGoals) {
    synchronized (this) {
      closedTurns = openTurns;
      closedGoals = activeGoals;
    }
  }

  /** The session is closed, and these turns continue. */
  void leaving(List<EndedTurn> openTurns) {
    closeReport = new CloseReport(List.of(), List.of(), List.of(), List.of(), openTurns);
  }

  /** The session is closed: ends what continues, and says what that is. */
  public void close() {
    // Without a connection the commands end with their Codex.
    if (thread.unusable() == null && mayRun) {
      request("thread/backgroundTerminals/clean").whenComplete((done, error) -> cleaned(error));
    }
    synchronized (this) {
      endedCommands = running;
      report();
    }
    warnOf(running);
    noMoreEvents();
  }

  /** The prompts of these keys were taken out of the queue. Any thread. */
  synchronized void unqueued(List<String> keys) {
    unqueued = keys;
    report();
  }

  private void report() {
    closeReport = new CloseReport(endedCommands, closedTurns, closedGoals, unqueued, List.of());
  }

  private void cleaned(Throwable error) {
    if (error == null || error instanceof ConnectionLostException) {
      log.debug("the commands of {} were ended", thread.threadId(), error);
    } else {
      log.warn("Codex did not confirm that it ended the commands of {}", thread.threadId(), error);
    }
  }

  private void warnOf(List<BackgroundCommand> commands) {
    if (commands.isEmpty()) {
      return;
    }
    String named =
        commands.stream()
            .limit(MOST_NAMED)
            .map(command -> Redaction.redact(command.command()))
            .map(command -> VisibleText.onOneLine(command, LONGEST_NAMED))
            .collect(Collectors.joining("; "));
    int more = Math.max(0, commands.size() - MOST_NAMED);
    log.warn(
        "closing the session of thread {} ended {} command(s) that still ran: {}{}",
        thread.threadId(),
        commands.size(),
        named,
        more == 0 ? "" : "; and " + more + " more");
  }

  /** What closing ended; {@code null} before it has. Any thread. */
  public CloseReport closeReport() {
    return closeReport;
  }
}
