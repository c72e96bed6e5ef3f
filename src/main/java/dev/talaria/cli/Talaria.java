package dev.talaria.cli;

import dev.talaria.base.Redaction;
import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexNotFoundException;
import dev.talaria.codex.CodexVersionException;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/**
 * The {@code talaria} command.
 *
 * <p>Called once per process, by {@link #main}; tests call {@link #commandLine}.
 */
@Command(
    name = "talaria",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Runs turns on OpenAI's Codex through its app-server.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit codes: 0 fine, 1 the turn or check failed, 2 misuse, 3 Codex missing or too old.",
      "First try: talaria demo"
    },
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      ChatCommand.class,
      ProjectCommand.class,
      RecordCommand.class,
      ReplayCommand.class,
      DoctorCommand.class,
      MigrateCommand.class,
      UnmigrateCommand.class,
      RuntimeCommand.class,
      ProtocolCommand.class,
      ToolsMcpCommand.class,
      LlmCommand.class,
      BenchCommand.class
    })
public final class Talaria implements Callable<Integer> {

  /** All went well. */
  static final int FINE = 0;

  /** The turn or the check failed. */
  static final int FAILED = 1;

  /** The command line was wrong. */
  static final int MISUSE = 2;

  /** There is no Codex, or it is too old. */
  static final int NO_CODEX = 3;

  private static final Logger ROOT_LOGGER = Logger.getLogger("");

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] args) {
    if (System.getProperty("java.util.logging.config.file") == null) {
      ROOT_LOGGER.setLevel(Level.SEVERE);
    }
    CommandLine line = commandLine();
    // A plain UTF-8 writer: picocli's own hides that nobody reads any more, and so would run on.
    line.setOut(
        new PrintWriter(
            new BufferedWriter(
                new OutputStreamWriter(
                    new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8))));
    int exit = line.execute(args);
    line.getOut().flush();
    System.exit(exit);
  }

  /** The command line with its error handling. */
  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Talaria());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.registerConverter(java.time.Duration.class, Durations::parse);
    line.setExecutionExceptionHandler(Talaria::failed);
    return line;
  }

  private static int failed(Exception error, CommandLine line, ParseResult parsed) {
    String message = error.getMessage() == null ? error.toString() : error.getMessage();
    line.getErr().println("talaria: " + Redaction.redact(message));
    if (error instanceof CodexNotFoundException || error instanceof CodexVersionException) {
      return NO_CODEX;
    } else if (error instanceof IllegalArgumentException) {
      return MISUSE;
    } else if (!(error instanceof TalariaException || error instanceof IOException)) {
      error.printStackTrace(line.getErr());
    }
    return FAILED;
  }

  /** Without a command there is nothing to do but to say what there is. */
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return MISUSE;
  }
}
