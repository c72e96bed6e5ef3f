package dev.talaria.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.AuditFile;
import dev.talaria.cli.host.HostSettings;
import dev.talaria.cli.process.Interrupts;
import dev.talaria.cli.prompt.ApprovalPrompt;
import dev.talaria.cli.terminal.Durations;
import dev.talaria.cli.turn.SessionSelection;
import dev.talaria.cli.turn.TurnPrinter;
import dev.talaria.cli.turn.TurnsCommand;
import dev.talaria.session.CloseReport;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.BackgroundCommand;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that runs turns on Codex, one after another in the same session. */
abstract class SessionCommand extends TurnsCommand {

  /** Starts one turn. */
  @FunctionalInterface
  interface Start {
    Turn in(CodexSession session, TurnListener listener);
  }

  /** How approvals are answered. */
  private enum ApprovalMode {
    ASK,
    ALLOW,
    ALLOW_SESSION,
    DENY;

    /** The handler of this mode. */
    ApprovalHandler handler(ApprovalPrompt prompt) {
      return switch (this) {
        case ASK -> prompt;
        case ALLOW -> ApprovalHandler.of(request -> ApprovalDecision.allow());
        case ALLOW_SESSION -> ApprovalHandler.of(request -> ApprovalDecision.allowForSession());
        case DENY -> ApprovalHandler.declineAll();
      };
    }
  }

  @Mixin private SessionSelection selection;

  @Option(
      names = "--effort",
      paramLabel = "LEVEL",
      description = "The reasoning effort, such as low, medium or high.")
  private String effort;

  @Option(
      names = "--approvals",
      paramLabel = "MODE",
      description =
          "How approvals are answered: ask, allow, allow-session or deny. Default: ask,"
              + " which declines if there is no terminal.")
  private ApprovalMode approvals;

  @Option(
      names = "--host-config",
      paramLabel = "FILE",
      description = "A YAML file whose 'approvals' rules apply before --approvals does.")
  private Path hostConfig;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description =
          "How long a turn may take, such as 90s, 10m or 1h. Also how long to wait for"
              + " commands that are still running after the last turn. Default: 10m.")
  private Duration timeout = Duration.ofMinutes(10);

  @Option(
      names = "--idle-timeout",
      paramLabel = "TIME",
      description =
          "How long a turn may go without an event; the time in which an approval is open"
              + " does not count. Default: 30m.")
  private Duration idleTimeout = Duration.ofMinutes(30);

  private final AtomicReference<Turn> running = new AtomicReference<>();
  private volatile boolean stopped;

  /** Who waits for commands; {@code null} for nobody. */
  private Thread waiting;

  /** What is run; a later one only after the one before it has completed. */
  abstract List<Start> starts() throws IOException;

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    List<Start> starts = starts();
    ApprovalMode mode = approvals == null ? ApprovalMode.ASK : approvals;
    try (ApprovalPrompt prompt = ApprovalPrompt.onTerminal(err());
        AuditFile log = selection.openAudit()) {
      SessionOptions options = sessionOptions(mode.handler(prompt), log);
      boolean nobodyShows = mode != ApprovalMode.ASK;
      return run(starts, options, () -> new TurnPrinter(prompt.besides(), nobodyShows));
    }
  }

  private int run(List<Start> starts, SessionOptions options, Supplier<TurnPrinter> progress)
      throws IOException, InterruptedException, ExecutionException {
    List<TurnResult> results = new ArrayList<>();
    CodexSession session;
    try (Codex codex = selection.connect(selection.options().build())) {
      session = codex.openSession(options);
      Interrupts.onFirst(this::interrupt);
      for (Start start : starts) {
        TurnResult result = run(session, start, progress.get());
        results.add(result);
        if (result.status() != TurnStatus.COMPLETED || stopped) {
          break;
        }
      }
      if (areFine(results, starts)) {
        awaitCommands(session);
      }
    }
    List<BackgroundCommand> ended =
        session.closed().map(CloseReport::endedCommands).orElse(List.of());
    ended.forEach(command -> say(TurnPrinter.line("ended by closing", command)));
    print(
        session.threadId(),
        results,
        document -> {
          addTo(document);
          addCommands(document.putArray("endedCommands"), ended);
        });
    return areFine(results, starts) && ended.isEmpty() ? FINE : FAILED;
  }

  /** Has the turns think as hard as was asked for. */
  void effort(SessionOptions.Builder options, String level) {
    options.effort(level);
  }

  /** Adds what this command's document has besides. */
  void addTo(ObjectNode document) {}

  private static boolean areFine(List<TurnResult> results, List<Start> starts) {
    return results.size() == starts.size()
        && results.stream().allMatch(result -> result.status() == TurnStatus.COMPLETED);
  }

  /** Waits for the commands that continue after the turns, unless the person does not want to. */
  private void awaitCommands(CodexSession session) {
    int running = session.awaitCommands(Duration.ZERO).size();
    synchronized (this) {
      if (running == 0 || stopped) {
        return;
      }
      waiting = Thread.currentThread();
    }
    String what = running == 1 ? "the command" : running + " commands";
    say("  waiting up to " + Durations.show(timeout) + " for " + what + "; Ctrl-C ends the wait");
    try {
      session.awaitCommands(timeout);
    } finally {
      synchronized (this) {
        waiting = null;
        // By Ctrl-C, and only meant for the wait.
        Thread.interrupted();
      }
    }
  }

  private SessionOptions sessionOptions(ApprovalHandler handler, AuditFile log) throws IOException {
    Path cwd = selection.cwd(Path.of(""));
    SessionOptions.Builder options =
        selection
            .session(cwd, log)
            .turnTimeout(timeout)
            .idleTimeout(idleTimeout)
            .approvals(handler);
    if (effort != null) {
      effort(options, effort);
    }
    return HostSettings.approvals(hostConfig, cwd).applyTo(options).build();
  }

  private TurnResult run(CodexSession session, Start start, TurnPrinter progress)
      throws InterruptedException, ExecutionException {
    Turn turn = start.in(session, progress);
    running.set(turn);
    if (stopped) {
      turn.interrupt();
    }
    return turn.result().get();
  }

  private void interrupt() {
    synchronized (this) {
      stopped = true;
      if (waiting != null) {
        waiting.interrupt();
        return;
      }
    }
    say("  interrupting the turn; Ctrl-C again ends the program");
    Turn turn = running.get();
    if (turn != null) {
      turn.interrupt();
    }
  }
}
