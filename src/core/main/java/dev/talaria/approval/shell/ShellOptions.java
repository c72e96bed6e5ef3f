package dev.talaria.approval.shell;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The options of a program that runs the words after them: where those words begin. Immutable.
 *
 * <p>Read from a line such as {@code timeout -vk:s: --signal: --verbose #1}: the name, letters and
 * long options (with {@code :} where a value follows, {@code !} where that value is a script,
 * {@code ?} where the rest of the word is a value), {@code --*} if unknown long options have
 * values, {@code #1} for a word before the command, {@code =} if assignments may come before it,
 * {@code @} if {@code --} comes before it, {@code $} if all words behind make one script, {@code &}
 * if it starts a shell without them.
 */
final class ShellOptions {

  private static final Pattern ASSIGNMENT = Pattern.compile("(?s)[A-Za-z_][A-Za-z0-9_]*=.*");

  final String name;
  private final Map<String, Character> options = new HashMap<>();
  private final Set<Character> traits = new HashSet<>();
  private int before;

  ShellOptions(String line) {
    String[] parts = line.strip().split(" +");
    name = parts[0];
    for (int part = 1; part < parts.length; part++) {
      String text = parts[part];
      char last = text.charAt(text.length() - 1);
      boolean kind = ":!?".indexOf(last) >= 0;
      if (text.startsWith("--")) {
        options.put(kind ? text.substring(0, text.length() - 1) : text, kind ? last : ' ');
      } else if (text.startsWith("-")) {
        letters(text);
      } else if (text.startsWith("#")) {
        before = last - '0';
      } else {
        traits.add(last);
      }
    }
  }

  private void letters(String text) {
    for (int letter = 1; letter < text.length(); letter++) {
      char kind = letter + 1 < text.length() ? text.charAt(letter + 1) : ' ';
      boolean marked = ":!?".indexOf(kind) >= 0;
      options.put("-" + text.charAt(letter), marked ? kind : ' ');
      letter += marked ? 1 : 0;
    }
  }

  /** Whether all words behind the options are one script. */
  boolean joins() {
    return traits.contains('$');
  }

  /** Whether it starts a shell when no command is given. */
  boolean startsShell() {
    return traits.contains('&');
  }

  /** Whether {@code -c} and a script may come behind other words. */
  boolean takesScriptLate() {
    return traits.contains('%');
  }

  /**
   * Where a command begins.
   *
   * @param at the place of its first word, at most behind the last one
   * @param sure whether it begins nowhere else; otherwise it may begin at each word from there on
   */
  record Start(int at, boolean sure) {}

  /**
   * Where the command begins.
   *
   * @param from where the options begin
   * @param scripts gets the options' values that are scripts
   */
  Start command(List<ShellWord> words, int from, List<ShellWord> scripts) {
    if (traits.contains('@')) {
      int dashes = words.indexOf(ShellWord.of("--"));
      if (dashes >= from) {
        return new Start(dashes + 1, true);
      }
    }
    int at = from;
    while (at < words.size()) {
      ShellWord word = words.get(at);
      if (word.openStart()) {
        if (before > 0 && !word.splits()) {
          break;
        }
        return new Start(at, false);
      }
      String text = word.head();
      if (text.equals("--")) {
        at++;
        break;
      } else if (text.startsWith("-")) {
        int next = option(words, at, scripts);
        if (next < 0) {
          return new Start(at, false);
        }
        at = next;
      } else if (traits.contains('=') && ASSIGNMENT.matcher(text).matches()) {
        at++;
      } else {
        break;
      }
    }
    for (int skipped = 0; skipped < before && at < words.size(); skipped++) {
      if (words.get(at).openStart()) {
        // It may be an option, but not several words, and so not the command.
        return new Start(words.get(at).splits() ? at : at + 1, false);
      }
      at++;
    }
    if (at < words.size() && before > 0 && words.get(at).is("--")) {
      at++;
    }
    return new Start(at, true);
  }

  /** Where the words behind an option and its value begin; -1 if that is not known. */
  private int option(List<ShellWord> words, int at, List<ShellWord> scripts) {
    ShellWord word = words.get(at);
    String text = word.head();
    if (text.startsWith("--")) {
      int equals = text.indexOf('=');
      String option = equals < 0 ? text : text.substring(0, equals);
      char kind = options.getOrDefault(option, options.containsKey("--*") ? ':' : '-');
      if (equals >= 0) {
        return attached(word, kind, equals + 1, scripts) ? at + 1 : -1;
      }
      return !word.known() || kind == '-'
          ? -1
          : kind == ' ' ? at + 1 : value(words, at, kind, scripts);
    }
    for (int letter = 1; letter < text.length(); letter++) {
      char kind = options.getOrDefault("-" + text.charAt(letter), '-');
      if (kind == '-') {
        return -1;
      } else if (kind == '?' || kind != ' ' && letter + 1 < text.length()) {
        return attached(word, kind, letter + 1, scripts) ? at + 1 : -1;
      } else if (kind != ' ') {
        return word.known() ? value(words, at, kind, scripts) : at + 1;
      }
    }
    return word.known() ? at + 1 : -1;
  }

  private boolean attached(ShellWord word, char kind, int from, List<ShellWord> scripts) {
    if (kind == '!') {
      scripts.add(word.known() ? ShellWord.of(word.head().substring(from)) : word);
    }
    return !word.splits();
  }

  private int value(List<ShellWord> words, int at, char kind, List<ShellWord> scripts) {
    if (at + 1 < words.size()) {
      ShellWord value = words.get(at + 1);
      if (value.splits()) {
        return -1;
      }
      if (kind == '!') {
        scripts.add(value);
      }
    }
    return Math.min(at + 2, words.size());
  }
}
