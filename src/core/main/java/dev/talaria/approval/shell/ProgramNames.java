package dev.talaria.approval.shell;

import dev.talaria.base.Redaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a command line that may name a program, and so must be seen before it is approved.
 * Immutable.
 *
 * <p>Errs towards showing: after a command that runs its arguments, such as {@code sudo} or {@code
 * xargs}, every plain word may be one. Of a line that is not read to its end every word may be.
 */
public final class ProgramNames {

  private static final int MOST_WORDS = 1 << 16;

  private static final String ENDS_WORD = " \t\r\n\"'`$;|&<>(){}";
  private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*\\+?=");

  /** As an argument, an option, an assignment, an address or a script does not name a program. */
  private static final Pattern PLAIN_NAME =
      Pattern.compile("(?!-)(?!" + ASSIGNMENT + ")(?!\\S*://)[^\\s'\"`$;|&<>(){}]+");

  private final boolean all;
  private final List<String> programs;

  /** Whether a program is named at run time, by a variable for one. */
  private final boolean madeAtRunTime;

  private ProgramNames(boolean all, List<String> programs, boolean madeAtRunTime) {
    this.all = all;
    this.programs = programs;
    this.madeAtRunTime = madeAtRunTime;
  }

  public static ProgramNames of(String commandLine) {
    ShellScript script = ShellScript.of(ShellScript.inside(commandLine));
    List<ShellCommand> found = script.commands();
    if (!script.read()
        || found.stream().mapToLong(command -> command.words().size()).sum() > MOST_WORDS) {
      return new ProgramNames(true, List.of(), false);
    }
    boolean madeAtRunTime = found.stream().anyMatch(command -> !command.words().get(0).known());
    List<List<String>> commands =
        found.stream()
            .map(command -> command.words().stream().map(ShellWord::text).toList())
            .toList();
    Set<String> arguments = new HashSet<>();
    commands.forEach(command -> arguments.addAll(command.subList(1, command.size())));
    List<String> programs = new ArrayList<>();
    for (List<String> command : commands) {
      String first = command.get(0);
      if (!arguments.contains(first) || PLAIN_NAME.matcher(first).matches()) {
        programs.add(first);
      }
    }
    return new ProgramNames(false, programs, madeAtRunTime);
  }

  /** Whether a value is a part of such a word, or of a variable that is used as one. */
  public boolean mayHold(String commandLine, Redaction.Value value) {
    String text = commandLine.substring(value.start(), value.end());
    String variable = variable(commandLine, value.start());
    return all
        || beginsCommand(commandLine, value)
        || !variable.isEmpty() && (madeAtRunTime || programs.contains(variable))
        || programs.stream().anyMatch(program -> program.contains(text));
  }

  /** Whether the word is the first behind a sign that separates commands, in quotes or not. */
  private static boolean beginsCommand(String line, Redaction.Value value) {
    int word = value.start();
    while (word > 0 && ENDS_WORD.indexOf(line.charAt(word - 1)) < 0) {
      word--;
    }
    if (ASSIGNMENT.matcher(line).region(word, value.end()).lookingAt()) {
      return false;
    }
    while (word > 0 && " \t".indexOf(line.charAt(word - 1)) >= 0) {
      word--;
    }
    return word == 0 || ";|&(`\n".indexOf(line.charAt(word - 1)) >= 0;
  }

  /** The variable or alias whose value begins there; empty if it is none. */
  private static String variable(String line, int start) {
    int end = start;
    while (end > 0 && "\"'\\".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    if (end == 0 || line.charAt(end - 1) != '=') {
      return "";
    }
    int from = end - 1;
    while (from > 0 && isPartOfName(line.charAt(from - 1))) {
      from--;
    }
    return line.substring(from, end - 1);
  }

  private static boolean isPartOfName(char c) {
    return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
