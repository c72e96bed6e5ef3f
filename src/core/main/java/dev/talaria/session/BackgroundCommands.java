package dev.talaria.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.Redaction;
import dev.talaria.base.VisibleText;
import dev.talaria.codex.CodexCapability;
import dev.talaria.rpc.ConnectionLostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The commands of one session that go on behind their turns: waits for them, and ends them.
 *
 * <p>Mailbox only, but for {@link #end} and {@link #closeReport}.
 */
final class BackgroundCommands {

  private static final Logger log = LoggerFactory.getLogger(BackgroundCommands.class);

  /** How long after a command has left Codex's list its item may end. */
  private static final Duration LATE_ITEMS = Duration.ofMillis(200);

  /** How many of the commands that a close ends its log line names, and how much of each. */
  private static final int MOST_NAMED = 5;

  private static final int LONGEST_NAMED = 120;

  private final ThreadSession session;
  private final EndedTurns turns;
  private volatile boolean mayRun;
  private volatile CloseReport closeReport;

  BackgroundCommands(ThreadSession session, EndedTurns turns) {
    this.session = session;
    this.turns = turns;
  }

  /** The turn is over; a command of it may go on that Codex has not announced yet. */
  void endedWith(ActiveTurn turn) {
    mayRun |= turn.state() == TurnState.INTERRUPTED || turn.items().commandIsOpen();
  }

  /** Completes the future when none goes on any more, or nothing more is heard of them. */
  void await(CompletableFuture<Void> waits) {
    turns.whenCommandsEnded(waits);
    if (!waits.isDone() && has(CodexCapability.BACKGROUND_TERMINAL_LIST)) {
      check();
    }
  }

  private boolean has(CodexCapability capability) {
    return session.server().capabilities().has(capability);
  }

  /** Asks Codex which commands it has: the end of one may never have been told. */
  private void check() {
    List<BackgroundCommand> asked = turns.runningCommands();
    request("thread/backgroundTerminals/list")
        .whenComplete(
            (terminals, error) -> {
              if (error != null) {
                log.debug("Codex did not list the commands of {}", session.threadId(), error);
                return;
              }
              Runnable keep = () -> turns.keepCommands(asked, terminals);
              session
                  .workers()
                  .timer()
                  .schedule(() -> session.post(keep), LATE_ITEMS.toMillis(), TimeUnit.MILLISECONDS);
            });
  }

  /** Has Codex end them all. Any thread. */
  CompletableFuture<Void> end() {
    mayRun = false;
    return clean().thenApply(done -> null);
  }

  private CompletableFuture<JsonNode> clean() {
    return request("thread/backgroundTerminals/clean");
  }

  private CompletableFuture<JsonNode> request(String method) {
    return session.server().request(method, Map.of("threadId", session.threadId()), JsonNode.class);
  }

  /**
   * The session is closed: ends what goes on, and says what that is.
   *
   * @param connected whether Codex can be asked; without it the commands end with their child
   */
  void close(boolean connected) {
    if (connected && mayRun) {
      clean().whenComplete((done, error) -> ended(error));
    }
    closeReport = new CloseReport(turns.runningCommands());
    warnOf(closeReport.endedCommands());
    turns.hearNoMore();
  }

  private void ended(Throwable error) {
    if (error == null || error instanceof ConnectionLostException) {
      log.debug("the commands of {} were ended", session.threadId(), error);
    } else {
      log.warn("Codex did not confirm that it ended the commands of {}", session.threadId(), error);
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
        session.threadId(),
        commands.size(),
        named,
        more == 0 ? "" : "; and " + more + " more");
  }

  /** What closing ended; {@code null} before it has. Any thread. */
  CloseReport closeReport() {
    return closeReport;
  }
}
