package dev.talaria.cli.process;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.cli.terminal.VisibleWriter;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * A command that prints its result on standard output and everything for people on standard error.
 *
 * <p>The exit codes are part of what the command line promises; every help text names them.
 *
 * <p>Made by picocli for one run; belongs to its thread, but {@link #say} may be called by any.
 */
@Command(mixinStandardHelpOptions = true)
public abstract class ConsoleCommand implements Callable<Integer> {

  /** All went well. */
  public static final int FINE = 0;

  /** The turn or the check failed. */
  public static final int FAILED = 1;

  /** The command line was wrong. */
  public static final int MISUSE = 2;

  /** There is no Codex, or it is too old. */
  public static final int NO_CODEX = 3;

  @Spec protected CommandSpec spec;

  /** Where the result goes. */
  protected final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** Where everything for people goes. */
  protected final PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /** Tells a person one line, at once. */
  protected final void say(String line) {
    err().println(line);
    err().flush();
  }

  /** Prints the one document of {@code --json}. */
  protected final void print(JsonNode document) {
    out().println(document.toPrettyString());
    out().flush();
  }

  /** Prints the help of a command: our own text, so that its colours pass. */
  protected static void help(CommandLine line, PrintWriter writer) {
    PrintWriter out = VisibleWriter.raw(writer);
    line.usage(out);
    out.flush();
  }

  /** What is thrown for a wrong command line. */
  protected final ParameterException misuse(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
