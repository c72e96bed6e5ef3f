package dev.talaria.approval.shell;

import dev.talaria.approval.shell.ShellText.Dialect;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Command lines of a POSIX shell and the words that they are made of. Pure functions. */
public final class ShellWords {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  private ShellWords() {}

  /** The command line that a shell reads as these words. */
  public static String join(List<String> words) {
    return words.stream().map(ShellWords::quote).collect(Collectors.joining(" "));
  }

  /**
   * The words of a command line: the reverse of {@link #join}, and of the quoting that Codex uses
   * for the commands that it asks about (single quotes, double quotes with backslashes).
   *
   * <p>Empty when a shell would do more with the line than to read words: a second command, a
   * redirection, a variable, a pattern, a comment, a quote that does not end.
   */
  public static Optional<List<String>> split(String line) {
    ShellParser parser = ShellParser.read(line, Dialect.WORDS);
    if (!parser.sure() || parser.more) {
      return Optional.empty();
    }
    return Optional.of(
        parser.commands.stream()
            .flatMap(command -> command.words().stream())
            .map(ShellWord::head)
            .toList());
  }

  private static String quote(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
