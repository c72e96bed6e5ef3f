package dev.talaria.approval;

import java.util.List;
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

  private static String quote(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
