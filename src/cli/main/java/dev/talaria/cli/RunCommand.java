package dev.talaria.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.AuditFile;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.codex.CodexSelection;
import dev.talaria.cli.host.HostSettings;
import dev.talaria.cli.process.ExitCode;
import dev.talaria.cli.process.Interrupts;
import dev.talaria.cli.prompt.ApprovalPrompt;
import dev.talaria.cli.terminal.Durations;
import dev.talaria.cli.turn.CommandLines;
import dev.talaria.cli.turn.Progress;
import dev.talaria.cli.turn.TurnJson;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.session.BackgroundCommand;
import dev.talaria.session.CloseReport;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.TurnResult;
import dev.talaria.session.TurnStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code talaria run}: each prompt is one turn of the same session. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Runs prompts on Codex, each as one turn of the same session.")
final class RunCommand implements Callable<Integer> {

  private static final ObjectMapper JSON = WireJson.mapper();

  @Spec private CommandSpec spec;
  @Mixin private CodexSelection selection;

  @Option(
      names = "--cwd",
      paramLabel = "DIR",
      description = "Where commands run and files are changed; else the current directory.")
  private Path cwd = Path.of("");

  @Option(
      names = "--model",
      paramLabel = "ID",
      description = "The model; else the one of Codex's configuration.")
  private String model;

  @Option(
      names = "--effort",
      paramLabel = "LEVEL",
      description = "The reasoning effort, such as low, medium or high.")
  private String effort;

  @Option(
      names = "--approvals",
      paramLabel = "MODE",
      description =
          "Who answers Codex's questions: ask, allow, allow-session or deny. Default: ask, which"
              + " declines where there is no terminal.")
  private ApprovalMode approvals;

  @Option(
      names = "--permissions",
      paramLabel = "PROFILE",
      description =
          "The permission profile: :read-only, :workspace, :danger-full-access or one of your own;"
              + " else what Codex's configuration says.")
  private String permissions;

  @Option(
      names = "--audit",
      paramLabel = "FILE",
      description = "Appends each question of Codex and its decision to this file, as JSON lines.")
  private Path audit;

  @Option(
      names = "--host-config",
      paramLabel = "FILE",
      description = "A YAML file whose 'approvals' decide before --approvals does.")
  private Path hostConfig;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description =
          "How long a turn may take, such as 90s, 10m or 1h, and how long the commands are awaited"
              + " that still run behind the last one. Default: 10m.")
  private Duration timeout = Duration.ofMinutes(10);

  @Option(
      names = "--idle-timeout",
      paramLabel = "TIME",
      description =
          "How long a turn may be silent; questions that are open do not count. Default: 30m.")
  private Duration idleTimeout = Duration.ofMinutes(30);

  @Option(names = "--json", description = "Prints one JSON document instead of the final texts.")
  private boolean json;

  @Parameters(
      paramLabel = "PROMPT",
      arity = "1..*",
      description = "What to do; '-' reads one prompt from standard input.")
  private List<String> prompts;

  private final AtomicReference<Turn> running = new AtomicReference<>();
  private volatile boolean stopped;

  /** Who waits for commands; {@code null} for nobody. */
  private Thread waiting;

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    List<TurnInput> inputs = inputs();
    ApprovalMode mode = approvals == null ? ApprovalMode.ASK : approvals;
    PrintWriter err = spec.commandLine().getErr();
    try (ApprovalPrompt prompt = ApprovalPrompt.onTerminal(err);
        AuditFile log = audit == null ? null : AuditFile.open(audit)) {
      SessionOptions options = sessionOptions(mode.handler(prompt), log);
      boolean nobodyShows = mode != ApprovalMode.ASK;
      return run(inputs, options, () -> new Progress(prompt.besides(), nobodyShows));
    }
  }

  private int run(List<TurnInput> inputs, SessionOptions options, Supplier<Progress> progress)
      throws IOException, InterruptedException, ExecutionException {
    List<TurnResult> results = new ArrayList<>();
    CodexSession session;
    try (Codex codex = Codex.launch(selection.options().build())) {
      session = codex.openSession(options);
      Interrupts.onFirst(this::interrupt);
      for (TurnInput input : inputs) {
        TurnResult result = run(session, input, progress.get());
        results.add(result);
        if (result.status() != TurnStatus.COMPLETED || stopped) {
          break;
        }
      }
      if (areFine(results, inputs)) {
        awaitCommands(session);
      }
    }
    List<BackgroundCommand> ended =
        session.closed().map(CloseReport::endedCommands).orElse(List.of());
    ended.forEach(command -> tell(CommandLines.of("ended by closing", command)));
    print(session.threadId(), results, ended);
    return areFine(results, inputs) && ended.isEmpty() ? ExitCode.FINE : ExitCode.FAILED;
  }

  private static boolean areFine(List<TurnResult> results, List<TurnInput> inputs) {
    return results.size() == inputs.size()
        && results.stream().allMatch(result -> result.status() == TurnStatus.COMPLETED);
  }

  /** Waits for the commands that go on behind the turns, unless the person does not want to. */
  private void awaitCommands(CodexSession session) {
    int running = session.awaitCommands(Duration.ZERO).size();
    synchronized (this) {
      if (running == 0 || stopped) {
        return;
      }
      waiting = Thread.currentThread();
    }
    String what = running == 1 ? "the command" : running + " commands";
    tell("  waiting up to " + Durations.show(timeout) + " for " + what + "; Ctrl-C ends the wait");
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

  private void tell(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(line);
    err.flush();
  }

  private SessionOptions sessionOptions(ApprovalHandler handler, AuditFile log) throws IOException {
    SessionOptions.Builder options =
        SessionOptions.builder()
            .cwd(cwd)
            .model(model)
            .effort(effort)
            .permissionProfile(permissions)
            .turnTimeout(timeout)
            .idleTimeout(idleTimeout)
            .approvals(handler);
    HostSettings.approvals(hostConfig, cwd).applyTo(options);
    if (log != null) {
      options.audit(log);
    }
    return options.build();
  }

  private List<TurnInput> inputs() throws IOException {
    if (prompts.stream().filter("-"::equals).count() > 1) {
      throw new IllegalArgumentException("'-' can be given once: standard input is read once");
    }
    List<TurnInput> inputs = new ArrayList<>();
    for (String prompt : prompts) {
      String text =
          prompt.equals("-")
              ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
              : prompt;
      inputs.add(TurnInput.of(text));
    }
    return inputs;
  }

  private TurnResult run(CodexSession session, TurnInput input, Progress progress)
      throws InterruptedException, ExecutionException {
    Turn turn = session.startTurn(input, progress);
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
    tell("  interrupting the turn; Ctrl-C again ends the program");
    Turn turn = running.get();
    if (turn != null) {
      turn.interrupt();
    }
  }

  private void print(String threadId, List<TurnResult> results, List<BackgroundCommand> ended)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ObjectNode document = JSON.createObjectNode().put("threadId", threadId);
      ArrayNode turns = document.putArray("turns");
      results.forEach(result -> turns.add(TurnJson.of(result)));
      CommandLines.into(document.putArray("endedCommands"), ended);
      out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document));
    } else {
      PrintWriter err = spec.commandLine().getErr();
      for (TurnResult result : results) {
        if (!result.finalText().isEmpty()) {
          out.println(VisibleText.of(result.finalText()));
        }
        if (result.error() != null) {
          err.println("talaria: " + result.error().message());
        }
      }
      err.flush();
    }
    out.flush();
  }
}
