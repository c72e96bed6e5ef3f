package dev.talaria.cli.chat;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.AuditFile;
import dev.talaria.cli.codex.CodexPlace;
import dev.talaria.cli.host.HostSettings;
import dev.talaria.cli.migrate.RuntimeCommand;
import dev.talaria.cli.process.ConsoleCommand;
import dev.talaria.cli.prompt.ApprovalPrompt;
import dev.talaria.cli.terminal.Screen;
import dev.talaria.cli.turn.SessionSelection;
import dev.talaria.cli.turn.TurnPrinter;
import dev.talaria.codex.CodexOptions;
import dev.talaria.host.ApprovalSettings;
import dev.talaria.host.HostRuntime;
import dev.talaria.host.RuntimeSwitch;
import dev.talaria.session.Codex;
import dev.talaria.tools.ToolRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code talaria chat}: a terminal session on one Codex thread. */
@Command(
    name = "chat",
    description = "Talks with Codex in the terminal; /help there lists the commands.")
public final class ChatCommand extends ConsoleCommand {

  private static final String NO_TERMINAL =
      "talaria chat needs a terminal on standard input and output that can move its cursor;"
          + " without one use: talaria run PROMPT";

  private static final String BANNER =
      "Runtime: codex app-server (terminal/file ops/MCP run inside codex)";

  @Mixin private SessionSelection selection;

  @Option(
      names = "--host-config",
      paramLabel = "FILE",
      description =
          "The host's YAML: its 'approvals' decide first, its 'tools' are offered, and"
              + " /codex-runtime switches its runtime.")
  private Path hostConfig;

  @Option(
      names = "--resume",
      paramLabel = "ID",
      description = "Goes on with this thread instead of beginning a new one.")
  private String resume;

  @Option(
      names = "--goals",
      description =
          "Allows goals, which Codex works on turn after turn by itself: /goal sets one, and the"
              + " model may, too.")
  private boolean goals;

  @Option(
      names = "--history",
      paramLabel = "FILE",
      description =
          "Where the typed lines are kept, secrets masked; else in the user's state folder, and"
              + " with --scripted nowhere.")
  private Path historyFile;

  @Option(
      names = "--scripted",
      paramLabel = "FILE",
      description =
          "A script answers instead of a model, in a scratch folder and home: no login is needed.")
  private Path script;

  @Override
  public Integer call() throws IOException, InterruptedException {
    return call(Screen.system());
  }

  /** Runs on a terminal, which is closed at the end. */
  int call(Optional<Screen> terminal) throws IOException, InterruptedException {
    if (terminal.isEmpty()) {
      throw new IllegalArgumentException(NO_TERMINAL);
    }
    try (Screen screen = terminal.get()) {
      if (screen.isDumb()) {
        throw new IllegalArgumentException(NO_TERMINAL);
      }
      if (script == null) {
        CodexOptions options = selection.options().build();
        chat(screen, options, selection.codexHome(), selection.codex(), Path.of(""));
        return FINE;
      }
      try (ScriptedCodex scripted = ScriptedCodex.start(script, selection.codex(), this::say)) {
        CodexOptions options = scripted.in(selection.options()).build();
        chat(screen, options, scripted.home(), scripted.executable(), scripted.workspace());
      }
    }
    return FINE;
  }

  private void chat(Screen screen, CodexOptions options, Path home, Path executable, Path folder)
      throws IOException, InterruptedException {
    Path where = selection.cwd(folder).toAbsolutePath().normalize();
    ChatQueue queue = new ChatQueue();
    ChatScreen shown = new ChatScreen(screen);
    ChatView view =
        new ChatView(
            shown,
            new ToolLines(shown, System::nanoTime, where),
            new StatusLine(selection.permissions()));
    OpenTurns turns = new OpenTurns(queue, view);
    InputHistory history = history();
    Optional<RuntimeSwitch> runtime =
        Optional.ofNullable(hostConfig)
            .map(
                file ->
                    RuntimeCommand.of(file, CodexPlace.home(home, System.getenv()), executable));
    ApprovalSettings settings = HostSettings.approvals(hostConfig, where);
    ToolRegistry tools = HostSettings.tools(hostConfig);
    try (ApprovalPrompt prompt = new ApprovalPrompt(() -> Optional.of(screen), err());
        AuditFile log = selection.openAudit()) {
      ChatQuestions questions = new ChatQuestions(prompt, queue, shown);
      try (Codex codex = selection.connect(options);
          ChatSession session =
              new ChatSession(
                  codex,
                  () ->
                      settings.applyTo(
                          selection.session(where, log).noTurnTimeout().approvals(questions)),
                  tools,
                  turns,
                  goals,
                  selection.model())) {
        session.use(session.open(resume));
        banner(view, session, where, runtime);
        new ChatLoop(screen, shown, view, queue, turns, session, history, runtime)
            .run(resume != null);
        session.leave().forEach(command -> say(TurnPrinter.line("ended with its thread", command)));
        if (script == null && session.used()) {
          say("Thread " + session.threadId() + "; --resume with this id goes on with it.");
        }
      }
    }
  }

  private void banner(
      ChatView view, ChatSession session, Path where, Optional<RuntimeSwitch> runtime) {
    view.say("Codex " + session.codex().version() + " in " + where);
    if (runtime.filter(host -> host.current() == HostRuntime.CODEX_APP_SERVER).isPresent()) {
      view.say(BANNER);
    }
    String begun = resume == null ? "Thread " : "Resumed ";
    view.note(begun + session.threadId() + "\n/help lists the commands");
  }

  private InputHistory history() throws IOException {
    if (historyFile == null && script != null) {
      return InputHistory.unkept();
    }
    return InputHistory.in(historyFile == null ? InputHistory.place(System.getenv()) : historyFile);
  }

  /**
   * Asks with the prompt of {@code talaria run} in the middle of a chat: takes the terminal from it
   * for as long as the question is open. Safe for use by many threads.
   */
  private record ChatQuestions(ApprovalPrompt prompt, ChatQueue queue, ChatScreen screen)
      implements ApprovalHandler {

    @Override
    public CompletionStage<ApprovalDecision> decide(ApprovalRequest request) {
      try {
        queue.terminal().lockInterruptibly();
      } catch (InterruptedException withdrawn) {
        Thread.currentThread().interrupt();
        return CompletableFuture.completedFuture(ApprovalDecision.decline());
      }
      try {
        queue.drain();
        screen.clear();
        return prompt.decide(request);
      } finally {
        queue.terminal().unlock();
      }
    }
  }
}
