package dev.talaria.approval.shell;

import dev.talaria.approval.shell.ShellText.Dialect;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a shell's text may run, as far as one can know without running it. Immutable.
 *
 * <p>Lists commands in substitutions, loops, functions and similar, and those that other commands
 * run in turn: behind {@code sudo}, {@code xargs}, {@code find -exec}, in {@code bash -c} and
 * {@code eval}.
 *
 * @param commands what it may run
 * @param sure whether that is all; not for a text that is not understood, that is longer than
 *     {@link #LONGEST}, or that runs what is made or read at run time
 * @param read whether it and the scripts inside it were read to their ends
 */
public record ShellScript(List<ShellCommand> commands, boolean sure, boolean read) {

  /** Commands of a text that was read to its end. */
  public ShellScript(List<ShellCommand> commands, boolean sure) {
    this(commands, sure, true);
  }

  /** The longest text that is read, in characters. */
  static final int LONGEST = 16 * 1024;

  /** First words that are not the name of a program, in bash, zsh or POSIX sh. */
  private static final Set<String> RESERVED =
      Set.of(
          ("if then elif else fi do done case esac while until for select function time in coproc"
                  + " repeat foreach end nocorrect noglob always - !")
              .split(" "));

  private static final Set<String> SHELLS = Set.of("bash", "sh", "zsh");

  /** Elsewhere a program of that name may be anything: the model can name the shell. */
  private static final Set<String> SHELL_FOLDERS =
      Set.of("", "/bin/", "/usr/bin/", "/usr/local/bin/", "/opt/homebrew/bin/");

  /** What a text may run that is given to bash or zsh. */
  public static ShellScript of(String text) {
    return new ShellReading().read(text, Dialect.SHELL);
  }

  /** What a text may run that is typed into a terminal. */
  public static ShellScript typed(String text) {
    return new ShellReading().read(text, Dialect.TERMINAL);
  }

  /**
   * The simple commands of a script, in order, if it is certain that it runs these only: of plain
   * words, quoted literals, {@code ;}, {@code |}, {@code &&}, {@code ||} and line ends.
   */
  static Optional<List<List<String>>> plain(String script) {
    if (script.length() > LONGEST) {
      return Optional.empty();
    }
    ShellParser parser = ShellParser.read(script, Dialect.SHELL);
    boolean plain =
        parser.sure()
            && !parser.more
            && !parser.escapes
            && !parser.commands.isEmpty()
            && parser.commands.stream().allMatch(ShellScript::runsProgram);
    return plain
        ? Optional.of(parser.commands.stream().map(ShellScript::texts).toList())
        : Optional.empty();
  }

  /** The simple commands of a command line, if it is certain that it runs these only. */
  public static Optional<List<List<String>>> understood(String line) {
    Optional<List<String>> words = ShellWords.split(line);
    Optional<String> script = words.flatMap(ShellScript::argument);
    return script.isPresent()
        ? plain(script.get())
        : words.filter(list -> !list.isEmpty()).map(List::of);
  }

  /** The script of a command line; the line itself when it does not start a shell with one. */
  public static String inside(String line) {
    return ShellWords.split(line).flatMap(ShellScript::argument).orElse(line);
  }

  private static Optional<String> argument(List<String> words) {
    if (words.size() != 3 || !words.get(1).equals("-c") && !words.get(1).equals("-lc")) {
      return Optional.empty();
    }
    String program = words.get(0);
    String name = program.substring(program.lastIndexOf('/') + 1);
    String folder = program.substring(0, program.length() - name.length());
    return SHELLS.contains(name) && SHELL_FOLDERS.contains(folder)
        ? Optional.of(words.get(2))
        : Optional.empty();
  }

  private static boolean runsProgram(ShellCommand command) {
    String first = command.words().get(0).head();
    return first.indexOf('=') < 0 && !first.startsWith("%") && !RESERVED.contains(first);
  }

  private static List<String> texts(ShellCommand command) {
    return command.words().stream().map(ShellWord::head).toList();
  }
}
