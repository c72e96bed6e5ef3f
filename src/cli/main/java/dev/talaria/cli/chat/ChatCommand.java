package dev.talaria.cli.chat;

import dev.talaria.approval.AuditFile;
import dev.talaria.cli.codex.CodexHome;
import dev.talaria.cli.codex.CodexSelection;
import dev.talaria.cli.host.HostSettings;
import dev.talaria.cli.migrate.RuntimeCommand;
import dev.talaria.cli.process.ExitCode;
import dev.talaria.cli.prompt.ApprovalPrompt;
import dev.talaria.cli.terminal.Screen;
import dev.talaria.cli.turn.CommandLines;
import dev.talaria.codex.CodexOptions;
import dev.talaria.host.ApprovalSettings;
import dev.talaria.host.HostRuntime;
import dev.talaria.host.RuntimeSwitch;
import dev.talaria.session.Codex;
import dev.talaria.session.SessionOptions;
import dev.talaria.tools.ToolRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code talaria chat}: a terminal session on one Codex thread. */
@Command(
    name = "chat",
    mixinStandardHelpOptions = true,
    description = "Talks with Codex in the terminal; /help there lists the commands.")
public final class ChatCommand implements Callable<Integer> {

  private static final String NO_TERMINAL =
      "talaria chat needs a terminal on standard input and output that can move its cursor;"
          + " without one use: talaria run PROMPT";

  private static final String BANNER =
      "Runtime: codex app-server (terminal/file ops/MCP run inside codex)";

  @Spec private CommandSpec spec;
  @Mixin private CodexSelection selection;

  @Option(
      names = "--cwd",
      paramLabel = "DIR",
      description = "Where commands run and files are changed; else the current directory.")
  private Path cwd;

  @Option(
      names = "--model",
      paramLabel = "ID",
      description = "The model; else the one of Codex's configuration.")
  private String model;

  @Option(
      names = "--permissions",
      paramLabel = "PROFILE",
      description =
          "The permission profile: :read-only, :workspace, :danger-full-access or one of your own;"
              + " else what Codex's configuration says.")
  private String permissions;

  @Option(
      names = "--host-config",
      paramLabel = "FILE",
      description =
          "The host's YAML: its 'approvals' decide first, its 'tools' are offered, and"
              + " /codex-runtime switches its runtime.")
  private Path hostConfig;

  @Option(
      names = "--audit",
      paramLabel = "FILE",
      description = "Appends each question of Codex and its decision to this file, as JSON lines.")
  private Path audit;

  @Option(
      names = "--resume",
      paramLabel = "ID",
      description = "Goes on with this thread instead of beginning a new one.")
  private String resume;

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
        return ExitCode.FINE;
      }
      try (ScriptedCodex scripted = ScriptedCodex.start(script, selection.codex(), this::tell)) {
        CodexOptions options = scripted.in(selection.options()).build();
        chat(screen, options, scripted.home(), scripted.executable(), scripted.workspace());
      }
    }
    return ExitCode.FINE;
  }

  private void tell(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(line);
    err.flush();
  }

  private void chat(Screen screen, CodexOptions options, Path home, Path executable, Path folder)
      throws IOException, InterruptedException {
    Path where = (cwd == null ? folder : cwd).toAbsolutePath().normalize();
    ChatQueue queue = new ChatQueue();
    ChatScreen shown = new ChatScreen(screen);
    ChatView view =
        new ChatView(
            shown, new ToolLines(shown, System::nanoTime, where), new StatusLine(permissions));
    PrintWriter err = spec.commandLine().getErr();
    InputHistory history = history();
    Optional<RuntimeSwitch> runtime =
        Optional.ofNullable(hostConfig)
            .map(file -> RuntimeCommand.of(file, CodexHome.of(home, System.getenv()), executable));
    ApprovalSettings settings = HostSettings.approvals(hostConfig, where);
    ToolRegistry tools = HostSettings.tools(hostConfig);
    try (ApprovalPrompt prompt = new ApprovalPrompt(() -> Optional.of(screen), err);
        AuditFile log = audit == null ? null : AuditFile.open(audit)) {
      ChatQuestions questions = new ChatQuestions(prompt, queue, shown);
      try (Codex codex = Codex.launch(options);
          ChatSession session =
              new ChatSession(
                  codex, () -> sessionOptions(where, settings, questions, log), tools, model)) {
        session.use(session.open(resume));
        banner(view, session, where, runtime);
        new ChatLoop(new Chat(screen, shown, view, queue, session, history, runtime))
            .run(resume != null);
        session.leave().forEach(command -> tell(CommandLines.of("ended with its thread", command)));
        if (script == null && session.used()) {
          tell("Thread " + session.threadId() + "; --resume with this id goes on with it.");
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

  private SessionOptions.Builder sessionOptions(
      Path where, ApprovalSettings settings, ChatQuestions questions, AuditFile log) {
    SessionOptions.Builder options =
        settings.applyTo(
            SessionOptions.builder()
                .cwd(where)
                .permissionProfile(permissions)
                .noTurnTimeout()
                .approvals(questions));
    return log == null ? options : options.audit(log);
  }
}
