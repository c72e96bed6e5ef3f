package dev.talaria.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a shell certainly runs, or gives up: every character that it does not know to be
 * harmless ends the reading without a result.
 *
 * <p>What it knows holds for bash, zsh and POSIX sh alike: plain words, quoted literals, and the
 * operators {@code ;}, {@code |}, {@code &&}, {@code ||} and the end of a line. Used once.
 */
final class ShellReader {

  /** First words that are not the name of a program, in bash, zsh or POSIX sh. */
  private static final Set<String> RESERVED =
      Set.of(
          "if",
          "then",
          "elif",
          "else",
          "fi",
          "do",
          "done",
          "case",
          "esac",
          "while",
          "until",
          "for",
          "select",
          "function",
          "time",
          "in",
          "coproc",
          "repeat",
          "foreach",
          "end",
          "nocorrect",
          "noglob",
          "always",
          "-",
          "!");

  private final String text;
  private final boolean script;
  private final List<List<String>> commands = new ArrayList<>();
  private List<String> words = new ArrayList<>();
  private StringBuilder word;
  private boolean commandMustFollow;
  private int at;

  private ShellReader(String text, boolean script) {
    this.text = text;
    this.script = script;
  }

  /** The words of a line that is one command; backslashes quote, as in a POSIX shell. */
  static Optional<List<String>> words(String line) {
    ShellReader reader = new ShellReader(line, false);
    if (!reader.readAll()) {
      return Optional.empty();
    }
    return Optional.of(List.copyOf(reader.words));
  }

  /** The simple commands of a script, in order; backslashes outside of single quotes give up. */
  static Optional<List<List<String>>> commands(String script) {
    ShellReader reader = new ShellReader(script, true);
    boolean understood =
        reader.readAll()
            && (reader.words.isEmpty() ? !reader.commandMustFollow : reader.endCommand())
            && !reader.commands.isEmpty();
    return understood ? Optional.of(List.copyOf(reader.commands)) : Optional.empty();
  }

  private boolean readAll() {
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (!(script && isOperator(c) ? operator(c) : wordPart(c))) {
        return false;
      }
    }
    endWord();
    return text.indexOf('\0') < 0;
  }

  private static boolean isOperator(char c) {
    return c == '\n' || c == ';' || c == '|' || c == '&';
  }

  private boolean operator(char c) {
    endWord();
    if (c == '\n') {
      return words.isEmpty() || endCommand();
    }
    boolean twice = at < text.length() && text.charAt(at) == c;
    if (twice) {
      at++;
    }
    if (c == '&' && !twice || c == ';' && twice || words.isEmpty() || !endCommand()) {
      return false;
    }
    commandMustFollow = c != ';';
    return true;
  }

  private boolean wordPart(char c) {
    switch (c) {
      case ' ', '\t' -> {
        endWord();
        return true;
      }
      case '\'' -> {
        int end = text.indexOf('\'', at);
        if (end >= 0) {
          word().append(text, at, end);
          at = end + 1;
        }
        return end >= 0;
      }
      case '"' -> {
        return doubleQuoted();
      }
      case '\\' -> {
        if (script || at == text.length() || text.charAt(at) == '\n') {
          return false;
        }
        word().append(text.charAt(at++));
        return true;
      }
      default -> {
        // A leading '=' is a path lookup in zsh.
        if (!isPlain(c) || script && c == '=' && word == null) {
          return false;
        }
        word().append(c);
        return true;
      }
    }
  }

  private boolean doubleQuoted() {
    word();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return true;
      } else if (c == '$' || c == '`' || c == '\\' && (script || at == text.length())) {
        return false;
      } else if (c == '\\') {
        char next = text.charAt(at++);
        if (next == '\n') {
          return false;
        }
        if ("$`\"\\".indexOf(next) < 0) {
          word.append(c);
        }
        word.append(next);
      } else {
        word.append(c);
      }
    }
    return false;
  }

  private static boolean isPlain(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || "_@%+=:,./-".indexOf(c) >= 0;
  }

  private StringBuilder word() {
    if (word == null) {
      word = new StringBuilder();
    }
    return word;
  }

  private void endWord() {
    if (word != null) {
      words.add(word.toString());
      word = null;
    }
  }

  /** Whether the words so far are a command that runs a program by its name. */
  private boolean endCommand() {
    String first = words.get(0);
    if (first.indexOf('=') >= 0 || first.startsWith("%") || RESERVED.contains(first)) {
      return false;
    }
    commands.add(List.copyOf(words));
    words = new ArrayList<>();
    commandMustFollow = false;
    return true;
  }
}
