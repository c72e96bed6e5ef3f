package dev.talaria.cli;

import dev.talaria.base.Redaction;
import dev.talaria.base.TalariaException;
import dev.talaria.cli.bench.BenchCommand;
import dev.talaria.cli.chat.ChatCommand;
import dev.talaria.cli.codex.CodexListCommand;
import dev.talaria.cli.doctor.DoctorCommand;
import dev.talaria.cli.host.ToolsMcpCommand;
import dev.talaria.cli.llm.LlmCommand;
import dev.talaria.cli.migrate.MigrateCommand;
import dev.talaria.cli.migrate.RuntimeCommand;
import dev.talaria.cli.migrate.UnmigrateCommand;
import dev.talaria.cli.process.CommandGroup;
import dev.talaria.cli.protocol.ProtocolCommand;
import dev.talaria.cli.serve.ServeCommand;
import dev.talaria.cli.service.AccountCommand;
import dev.talaria.cli.service.ConfigCommand;
import dev.talaria.cli.service.ExecCommand;
import dev.talaria.cli.service.LoginCommand;
import dev.talaria.cli.service.LogoutCommand;
import dev.talaria.cli.service.McpCommand;
import dev.talaria.cli.service.ModelsCommand;
import dev.talaria.cli.service.SkillsCommand;
import dev.talaria.cli.terminal.Durations;
import dev.talaria.cli.terminal.VisibleWriter;
import dev.talaria.cli.threads.ThreadsCommand;
import dev.talaria.cli.transcript.ProjectCommand;
import dev.talaria.cli.transcript.ReplayCommand;
import dev.talaria.cli.view.ViewCommand;
import dev.talaria.codex.CodexNotFoundException;
import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.CodexVersion;
import dev.talaria.codex.CodexVersionException;
import dev.talaria.fixtures.PinnedCodex;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * The {@code talaria} command.
 *
 * <p>Called once per process, by {@link #main}; tests call {@link #commandLine}.
 */
@Command(
    name = "talaria",
    versionProvider = Talaria.Version.class,
    description = "Runs turns on OpenAI's Codex through its app-server.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit codes: 0 fine, 1 the turn or check failed, 2 misuse, 3 Codex missing or too old.",
      "First try: talaria demo"
    })
public final class Talaria extends CommandGroup {

  /** By name, so that a process looks at no other command than its own. */
  private static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("demo", DemoCommand.class);
    COMMANDS.put("run", RunCommand.class);
    COMMANDS.put("review", ReviewCommand.class);
    COMMANDS.put("chat", ChatCommand.class);
    COMMANDS.put("threads", ThreadsCommand.class);
    COMMANDS.put("serve", ServeCommand.class);
    COMMANDS.put("view", ViewCommand.class);
    COMMANDS.put("project", ProjectCommand.class);
    COMMANDS.put("record", RecordCommand.class);
    COMMANDS.put("replay", ReplayCommand.class);
    COMMANDS.put("doctor", DoctorCommand.class);
    COMMANDS.put("codex", CodexListCommand.class);
    COMMANDS.put("login", LoginCommand.class);
    COMMANDS.put("logout", LogoutCommand.class);
    COMMANDS.put("account", AccountCommand.class);
    COMMANDS.put("models", ModelsCommand.class);
    COMMANDS.put("mcp", McpCommand.class);
    COMMANDS.put("skills", SkillsCommand.class);
    COMMANDS.put("exec", ExecCommand.class);
    COMMANDS.put("config", ConfigCommand.class);
    COMMANDS.put("migrate", MigrateCommand.class);
    COMMANDS.put("unmigrate", UnmigrateCommand.class);
    COMMANDS.put("runtime", RuntimeCommand.class);
    COMMANDS.put("protocol", ProtocolCommand.class);
    COMMANDS.put("tools-mcp", ToolsMcpCommand.class);
    COMMANDS.put("llm", LlmCommand.class);
    COMMANDS.put("bench", BenchCommand.class);
    COMMANDS.put("completion", CompletionCommand.class);
  }

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] args) {
    if (System.getProperty("java.util.logging.config.file") == null
        && System.getProperty("java.util.logging.config.class") == null) {
      // By its name: logging starts when somebody logs, which most commands never do.
      System.setProperty("java.util.logging.config.class", "dev.talaria.cli.QuietLogging");
    }
    CommandLine line = commandLineFor(args);
    // A plain UTF-8 writer: picocli's own hides that nobody reads any more, and so would run on.
    line.setOut(
        new PrintWriter(
            new BufferedWriter(
                new OutputStreamWriter(
                    new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8))));
    // For loggers and failed threads; the commands print to the one that was there before.
    System.setErr(VisibleWriter.stream(System.err));
    int exit = line.execute(args);
    line.getOut().flush();
    System.exit(exit);
  }

  /** The command line with all commands and with its error handling. */
  public static CommandLine commandLine() {
    return commandLine(COMMANDS);
  }

  /**
   * The command line as far as these arguments need it: picocli looks at every command that it is
   * given by reflection, which takes longer than a short command itself.
   */
  static CommandLine commandLineFor(String... args) {
    String first = args.length == 0 ? "" : args[0];
    if (args.length == 1 && (first.equals("--version") || first.equals("-V"))) {
      return commandLine(Map.of());
    }
    Class<?> command = COMMANDS.get(first);
    return command == null ? commandLine() : commandLine(Map.of(first, command));
  }

  private static CommandLine commandLine(Map<String, Class<?>> commands) {
    CommandLine line = VisibleWriter.commandLine(new Talaria());
    commands.forEach(line::addSubcommand);
    EnumWords.readIn(line);
    line.setParameterExceptionHandler(new Misuse());
    line.registerConverter(java.time.Duration.class, Durations::parse);
    line.setExecutionExceptionHandler(Talaria::failed);
    line.setExecutionStrategy(Talaria::run);
    line.setOut(line.getOut()).setErr(line.getErr());
    return line;
  }

  /** Runs the command that was given, or prints its help where that was asked for. */
  private static int run(ParseResult parsed) {
    for (CommandLine line : parsed.asCommandLineList()) {
      if (line.isUsageHelpRequested()) {
        help(line, line.getOut());
        return line.getCommandSpec().exitCodeOnUsageHelp();
      }
    }
    return new RunLast().execute(parsed);
  }

  private static int failed(Exception error, CommandLine line, ParseResult parsed) {
    line.getErr().println("talaria: " + Redaction.redact(words(error)));
    if (error instanceof CodexNotFoundException || error instanceof CodexVersionException) {
      return NO_CODEX;
    } else if (error instanceof IllegalArgumentException) {
      return MISUSE;
    } else if (!(error instanceof TalariaException || error instanceof IOException)) {
      StringWriter trace = new StringWriter();
      error.printStackTrace(new PrintWriter(trace));
      line.getErr().print(Redaction.redact(trace.toString()));
    }
    return FAILED;
  }

  /** An error of the file system has a bare path as its message. */
  private static String words(Exception error) {
    if (error instanceof FileSystemException problem && problem.getReason() == null) {
      String what =
          problem instanceof NoSuchFileException
              ? "was not found; name a file in a folder that exists"
              : problem instanceof AccessDeniedException
                  ? "may not be opened; check its permissions"
                  : "could not be opened (" + problem.getClass().getSimpleName() + ")";
      return problem.getFile() + " " + what;
    }
    return error.getMessage() == null ? error.toString() : error.getMessage();
  }

  /** What {@code talaria --version} prints. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      return new String[] {
        "talaria %s (Codex %s or newer, tested on %s; Java %s)"
            .formatted(
                CodexOptions.defaults().clientVersion(),
                CodexVersion.MINIMUM,
                PinnedCodex.pinnedVersion(),
                Runtime.version().feature())
      };
    }
  }
}
