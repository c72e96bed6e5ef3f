package dev.talaria.cli.terminal;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The help of the commands: our own text, so that its colours pass. Stateless. */
public final class HelpText {

  private HelpText() {}

  /** Runs the command that was given, or prints its help where that was asked for. */
  public static int run(ParseResult parsed) {
    for (CommandLine line : parsed.asCommandLineList()) {
      if (line.isUsageHelpRequested()) {
        print(line, line.getOut());
        return line.getCommandSpec().exitCodeOnUsageHelp();
      }
    }
    return new RunLast().execute(parsed);
  }

  public static void print(CommandLine line, PrintWriter writer) {
    PrintWriter out = VisibleWriter.raw(writer);
    line.usage(out);
    out.flush();
  }
}
