package dev.talaria.approval;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lists what a shell might run, as far as one can see without running it: too much rather than too
 * little, and of any text whatever. For rules that forbid; never for one that allows.
 *
 * <p>Looks into substitutions, through {@code env}, {@code sudo}, {@code xargs}, {@code bash -c}
 * and the like, and past assignments, redirections and control words. What is put together at run
 * time (variables, patterns, encoded text) is not seen.
 */
final class ShellGuess {

  private static final int DEEPEST = 4;

  /** Commands that run the words after them. */
  private static final Set<String> RUNNERS =
      Set.of(
          "env",
          "sudo",
          "doas",
          "su",
          "command",
          "builtin",
          "exec",
          "eval",
          "xargs",
          "nohup",
          "nice",
          "ionice",
          "time",
          "timeout",
          "setsid",
          "stdbuf",
          "find",
          "bash",
          "sh",
          "zsh",
          "dash",
          "ksh",
          "fish",
          "busybox",
          "trap",
          "parallel",
          "watch",
          "script",
          "chroot",
          "write_stdin");

  private static final Set<String> CONTROL =
      Set.of("if", "then", "elif", "else", "do", "while", "until", "time", "function", "!", "in");

  private static final Pattern ASSIGNMENT = Pattern.compile("(?s)[A-Za-z_][A-Za-z0-9_]*\\+?=.*");
  private static final Pattern MORE_THAN_A_WORD = Pattern.compile("(?s).*[^A-Za-z0-9_@%+=:,./-].*");

  private static final Pattern FILE_DESCRIPTOR = Pattern.compile("[0-9]+");

  private static final String REDIRECTION = "\0>";
  private static final String SUBSTITUTED = "\0$";

  /** What the reader returns to when a substitution ends. */
  private record Outer(char end, boolean quoted, List<String> words, StringBuilder word) {}

  private final String text;
  private final List<List<String>> commands = new ArrayList<>();
  private final Deque<Outer> outer = new ArrayDeque<>();
  private List<String> words = new ArrayList<>();
  private StringBuilder word;
  private boolean quoted;
  private int at;

  private ShellGuess(String text) {
    this.text = text;
  }

  /** Everything that {@code text} might run, as words; the first names the program. */
  static List<List<String>> commands(String text) {
    List<List<String>> found = new ArrayList<>();
    collect(text, 0, found);
    return found;
  }

  private static void collect(String text, int depth, List<List<String>> found) {
    for (List<String> command : new ShellGuess(text).read()) {
      List<String> bare = withoutLead(command);
      if (bare.isEmpty()) {
        continue;
      }
      found.add(bare);
      if (RUNNERS.contains(programName(bare.get(0)))) {
        for (int from = 1; from < bare.size(); from++) {
          found.add(bare.subList(from, bare.size()));
          if (depth < DEEPEST && MORE_THAN_A_WORD.matcher(bare.get(from)).matches()) {
            collect(bare.get(from), depth + 1, found);
          }
        }
      }
    }
  }

  /** The last part of a program's path: {@code rm} for {@code /bin/rm}. */
  static String programName(String program) {
    return program.substring(program.lastIndexOf('/') + 1);
  }

  private static List<String> withoutLead(List<String> command) {
    int from = 0;
    while (from < command.size()) {
      String first = command.get(from);
      if (first.equals(REDIRECTION)) {
        from += 2;
      } else if (CONTROL.contains(first) || ASSIGNMENT.matcher(first).matches()) {
        from++;
      } else {
        return command.subList(from, command.size());
      }
    }
    return List.of();
  }

  private List<List<String>> read() {
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '\\') {
        escaped();
      } else if (c == '`' || c == '$' && next('(')) {
        substitution(c);
      } else if (c == '"') {
        word();
        quoted = !quoted;
      } else if (quoted) {
        word().append(c);
      } else {
        unquoted(c);
      }
    }
    endCommand();
    while (!outer.isEmpty()) {
      leave();
      endCommand();
    }
    return commands;
  }

  private boolean next(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private void escaped() {
    if (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '\n') {
        word().append(c);
      }
    }
  }

  private void substitution(char c) {
    if (c == '`' && outer.stream().anyMatch(o -> o.end == '`')) {
      while (outer.peek().end != '`') {
        leave();
      }
      leave();
      return;
    }
    if (c == '$') {
      at++;
    }
    enter(c == '`' ? '`' : ')');
  }

  private void enter(char end) {
    outer.push(new Outer(end, quoted, words, word));
    words = new ArrayList<>();
    word = null;
    quoted = false;
  }

  private void leave() {
    endCommand();
    Outer back = outer.pop();
    quoted = back.quoted;
    words = back.words;
    word = back.word;
    word().append(SUBSTITUTED);
  }

  private void unquoted(char c) {
    switch (c) {
      case '\'' -> {
        int end = text.indexOf('\'', at);
        word().append(text, at, end < 0 ? text.length() : end);
        at = end < 0 ? text.length() : end + 1;
      }
      case ' ', '\t', '\r' -> endWord();
      case ')' -> {
        if (!outer.isEmpty() && outer.peek().end == ')') {
          leave();
        } else {
          endCommand();
        }
      }
      case ';', '|', '&', '\n', '(', '{', '}' -> endCommand();
      case '<', '>' -> {
        if (word != null && FILE_DESCRIPTOR.matcher(word).matches()) {
          word = null;
        }
        endWord();
        if (next('(')) {
          at++;
          enter(')');
        } else if (words.isEmpty() || !words.get(words.size() - 1).equals(REDIRECTION)) {
          words.add(REDIRECTION);
        }
      }
      case '$' -> {
        // The start of a variable, or of $'…': the quote itself is read next.
        if (!next('\'')) {
          word().append(c);
        }
      }
      default -> word().append(c);
    }
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

  private void endCommand() {
    endWord();
    if (!words.isEmpty()) {
      commands.add(words);
      words = new ArrayList<>();
    }
  }
}
