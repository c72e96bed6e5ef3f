package dev.talaria.cli;

import dev.talaria.base.Redaction;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.process.ConsoleCommand;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What a wrong command line gets: the error, what was probably meant, and where the help is; not
 * the help itself, which would push the error off the screen. Stateless.
 */
final class Misuse implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException error, String[] arguments) {
    CommandLine line = error.getCommandLine();
    String what =
        error instanceof UnmatchedArgumentException unmatched
            ? unmatched(line, unmatched.getUnmatched().get(0))
            : error.getMessage();
    PrintWriter err = line.getErr();
    err.println("talaria: " + VisibleText.onOneLine(Redaction.redact(what)));
    err.println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
    err.flush();
    return ConsoleCommand.MISUSE;
  }

  private static String unmatched(CommandLine line, String argument) {
    if (argument.startsWith("-")) {
      List<String> options =
          line.getCommandSpec().options().stream()
              .filter(option -> !option.hidden())
              .map(OptionSpec::longestName)
              .toList();
      String name = argument.replaceFirst("=.*", "");
      return "'" + name + "' is not an option" + of(line) + meant(name, options);
    }
    Set<String> commands = line.getSubcommands().keySet();
    return commands.isEmpty()
        ? "there is nothing to do with '" + argument + "'"
        : "'" + argument + "' is not a command" + of(line) + meant(argument, commands);
  }

  private static String of(CommandLine line) {
    return line.getParent() == null ? "" : " of " + line.getCommandSpec().qualifiedName();
  }

  /** The names that are nearest to what was typed, as a question. */
  static String meant(String typed, Collection<String> names) {
    int limit = Math.max(1, typed.length() / 3);
    int nearest =
        names.stream().mapToInt(name -> distance(typed, name)).min().orElse(Integer.MAX_VALUE);
    return nearest > limit
        ? ""
        : names.stream()
            .filter(name -> distance(typed, name) == nearest)
            .sorted()
            .collect(Collectors.joining("' or '", ". Did you mean '", "'?"));
  }

  /**
   * How many letters are to be added, left out, changed or swapped with their neighbour; none for a
   * word that was not typed to its end.
   */
  private static int distance(String typed, String name) {
    if (typed.length() > 2 && name.startsWith(typed)) {
      return 0;
    }
    int[][] edits = new int[typed.length() + 1][name.length() + 1];
    for (int i = 0; i <= typed.length(); i++) {
      for (int j = 0; j <= name.length(); j++) {
        if (i == 0 || j == 0) {
          edits[i][j] = i + j;
          continue;
        }
        boolean same = typed.charAt(i - 1) == name.charAt(j - 1);
        edits[i][j] =
            Math.min(
                edits[i - 1][j - 1] + (same ? 0 : 1),
                Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && typed.charAt(i - 1) == name.charAt(j - 2)
            && typed.charAt(i - 2) == name.charAt(j - 1)) {
          edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
        }
      }
    }
    return edits[typed.length()][name.length()];
  }
}
