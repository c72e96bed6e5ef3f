package dev.talaria.cli.chat;

import dev.talaria.approval.AuditFile;
import dev.talaria.cli.codex.CodexPlace;
import dev.talaria.cli.host.HostSettings;
import dev.talaria.cli.migrate.RuntimeCommand;
import dev.talaria.cli.process.ConsoleCommand;
import dev.talaria.cli.prompt.ApprovalPrompt;
import dev.talaria.cli.terminal.Console;
import dev.talaria.cli.terminal.Terminal;
import dev.talaria.cli.turn.SessionSelection;
import dev.talaria.cli.turn.TurnPrinter;
import dev.talaria.codex.CodexOptions;
import dev.talaria.host.ApprovalSettings;
import dev.talaria.host.HostRuntime;
import dev.talaria.host.RuntimeSwitch;
import dev.talaria.tools.ToolRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code talaria chat}: a terminal session on one Codex thread. */
@Command(
    name = "chat",
    description = "Talks with Codex in the terminal; /help there lists the commands.")
public final class ChatCommand extends ConsoleCommand {

  private static final String BANNER =
      "Runtime: codex app-server (terminal/file ops/MCP run inside codex)";

  @Mixin private SessionSelection selection;

  @Option(
      names = "--host-config",
      paramLabel = "FILE",
      description =
          "The host's YAML file: its 'approvals' apply first, its 'tools' are offered to"
              + " the model, and /codex-runtime switches its runtime.")
  private Path hostConfig;

  @Option(
      names = "--resume",
      paramLabel = "ID",
      description = "Continues this thread instead of beginning a new one.")
  private String resume;

  @Option(
      names = "--goals",
      description =
          "Allows goals, on which Codex works turn after turn without a prompt. /goal"
              + " sets one, and so may the model.")
  private boolean goals;

  @Option(
      names = "--history",
      paramLabel = "FILE",
      description =
          "The file for the history of typed lines, with secrets masked. Default: a file"
              + " for each working directory in the user's state folder, or none with"
              + " --scripted.")
  private Path historyFile;

  @Option(
      names = "--scripted",
      paramLabel = "FILE",
      description =
          "Answers with a script instead of a model, in a scratch folder and a scratch"
              + " home. No login is needed.")
  private Path script;

  @Override
  public Integer call() throws IOException, InterruptedException {
    // Without a terminal at both ends, plain lines go in and out.
    Optional<Console> terminal = Terminal.interactive() ? Console.system() : Optional.empty();
    return call(terminal.isPresent() ? terminal.get() : Console.pipe());
  }

  /** Runs on a terminal, which is closed at the end. */
  int call(Console terminal) throws IOException, InterruptedException {
    try (Console console = terminal) {
      if (script == null) {
        CodexOptions options = selection.options().build();
        chat(console, options, selection.codexHome(), selection.codex(), Path.of(""));
        return FINE;
      }
      try (ScriptedCodex scripted = ScriptedCodex.start(script, selection.codex(), this::say)) {
        CodexOptions options = scripted.in(selection.options()).build();
        chat(console, options, scripted.home(), scripted.executable(), scripted.workspace());
      }
    }
    return FINE;
  }

  private void chat(Console console, CodexOptions options, Path home, Path executable, Path folder)
      throws IOException, InterruptedException {
    Path where = selection.cwd(folder).toAbsolutePath().normalize();
    Folds folds = new Folds(console);
    ToolLines lines = new ToolLines(console, folds, System::nanoTime, where);
    ChatView view = new ChatView(console, folds, lines, new StatusLine(selection.permissions()));
    keepHistory(console, where);
    Optional<RuntimeSwitch> runtime =
        Optional.ofNullable(hostConfig)
            .map(
                file ->
                    RuntimeCommand.of(file, CodexPlace.home(home, System.getenv()), executable));
    ApprovalSettings settings = HostSettings.approvals(hostConfig, where);
    ToolRegistry tools = HostSettings.tools(hostConfig);
    AtomicReference<ChatSession> opened = new AtomicReference<>();
    try (ApprovalPrompt prompt =
            new ApprovalPrompt(
                () -> Optional.of(console),
                err(),
                (request, reason) ->
                    console.locked(() -> opened.get().decline(request.origin().threadId(), reason)),
                request -> opened.get().named(request.origin().threadId()));
        AuditFile log = selection.openAudit();
        ChatSession session =
            new ChatSession(
                () -> selection.connect(options),
                () ->
                    settings.applyTo(
                        selection.session(where, log).noTurnTimeout().approvals(prompt)),
                tools,
                () -> new OpenTurns(console, view),
                goals,
                selection.model())) {
      opened.set(session);
      Optional<Throwable> failure =
          new ChatLoop(
                  console,
                  view,
                  session,
                  where,
                  prompt::waiting,
                  new ChatCommands.Host(runtime, console::leave))
              .run(resume, () -> banner(view, session, where, runtime));
      if (failure.isPresent()) {
        throw rethrown(failure.get());
      }
      if (session.isOpen()) {
        session.leave().forEach(each -> say(TurnPrinter.line("ended with its thread", each)));
        if (script == null && session.used()) {
          say("Thread " + session.threadId() + "; --resume with this id continues it.");
        }
      }
    }
  }

  private static RuntimeException rethrown(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException known
        ? known
        : new IllegalStateException(failure.getMessage(), failure);
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

  private void keepHistory(Console console, Path where) throws IOException {
    if (historyFile != null || script == null) {
      Path file = historyFile == null ? ChatHistory.place(System.getenv(), where) : historyFile;
      ChatHistory.keep(console, file);
    }
  }
}
