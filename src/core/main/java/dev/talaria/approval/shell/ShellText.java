package dev.talaria.approval.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * A shell's text that is read from left to right: joined lines, quotes, here-documents, and whether
 * it is still surely understood. What bash, zsh and POSIX sh have in common; the grammar is {@link
 * ShellParser}'s. Used once, by one thread.
 */
class ShellText {

  /** Whose rules hold where the shells differ. */
  enum Dialect {
    /** bash or zsh: what one of them would run counts. */
    SHELL,
    /** A shell that may know only what POSIX says: what bash and zsh add is not understood. */
    POSIX,
    /** Typed into a terminal: what begins with {@code #} may run. */
    TERMINAL,
    /** The words of one command, with backslashes as quotes. */
    WORDS
  }

  /** The end of the text; {@code \0} itself is never understood. */
  static final char END = '\0';

  /**
   * A here-document whose body has not come yet.
   *
   * @param literal whether nothing in it is expanded
   */
  record Heredoc(String end, boolean tabs, boolean literal) {}

  /** Where a body that is expanded begins and ends. */
  record Body(int start, int end) {}

  final Dialect dialect;
  final String text;
  int at;
  int limit;

  /** Whether there was a backslash that quotes. */
  boolean escapes;

  /** Whether there was anything besides plain words, quoted literals and backslashes. */
  boolean more;

  /** Here-documents of all frames whose bodies have not come yet. */
  int openHeredocs;

  /** What stands between backquotes, without the backslashes that are for them. */
  final List<String> backquoted = new ArrayList<>();

  private boolean sure;

  ShellText(String text, Dialect dialect) {
    this.text = text;
    this.dialect = dialect;
    this.limit = text.length();
    this.sure = text.indexOf(END) < 0;
  }

  final boolean sure() {
    return sure;
  }

  final void giveUp() {
    sure = false;
  }

  final void onlyIn(boolean understood) {
    if (!understood) {
      giveUp();
    }
  }

  /** The place behind all joined lines ({@code \} and a line's end) that begin at {@code from}. */
  final int joined(int from) {
    int next = from;
    while (next + 1 < limit && text.charAt(next) == '\\' && text.charAt(next + 1) == '\n') {
      next += 2;
    }
    return next;
  }

  final char charAt(int place) {
    return place < limit ? text.charAt(place) : END;
  }

  /** The next character that counts. */
  final char peek() {
    return charAt(joined(at));
  }

  /** The one after it. */
  final char peekSecond() {
    return charAt(joined(joined(at) + 1));
  }

  final void skip() {
    int next = joined(at);
    more |= next != at;
    at = Math.min(next + 1, limit);
  }

  final boolean take(char c) {
    boolean there = peek() == c;
    if (there) {
      skip();
    }
    return there;
  }

  /** The place of the next character that counts and is not a blank. */
  final int behindBlanks(int from) {
    int place = joined(from);
    while (isBlank(charAt(place))) {
      place = joined(place + 1);
    }
    return place;
  }

  final void skipBlanks() {
    while (isBlank(peek())) {
      skip();
    }
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  static boolean endsWord(char c) {
    return c == END || " \t\n;&|()<>".indexOf(c) >= 0;
  }

  /** Characters that shells, terminals and systems take for different things. */
  static boolean isDoubtful(char c) {
    return c < ' '
        || c == 0x7f
        || c > 0x7f && (Character.isSpaceChar(c) || Character.isISOControl(c));
  }

  /** Reads {@code '…'}. */
  final void singleQuoted(ShellWord.Draft word) {
    int end = text.indexOf('\'', at + 1);
    if (end < 0 || end >= limit) {
      giveUp();
      return;
    }
    String quoted = text.substring(at + 1, end);
    onlyIn(openHeredocs == 0 || quoted.indexOf('\n') < 0);
    word.quoted(quoted);
    at = end + 1;
  }

  /** Reads the rest of {@code $'…'}. */
  final void ansiQuoted(ShellWord.Draft word) {
    word.quoted("");
    while (at < limit) {
      char c = text.charAt(at++);
      if (c == '\'') {
        return;
      } else if (c == '\\') {
        ansiEscape(word);
      } else {
        onlyIn(c != '\n' || openHeredocs == 0);
        word.quoted(String.valueOf(c));
      }
    }
    giveUp();
  }

  private void ansiEscape(ShellWord.Draft word) {
    char c = charAt(at++);
    int simple = "abefnrtvE\\'\"?".indexOf(c);
    if (c != END && simple >= 0) {
      word.quoted(String.valueOf("\u0007\b\u001b\f\n\r\t\u000b\u001b\\'\"?".charAt(simple)));
    } else if (c == 'x' && isDigit(charAt(at), 16)) {
      number(word, 16, 2);
    } else if (isDigit(c, 8)) {
      at--;
      number(word, 8, 3);
    } else if (c == 'u' || c == 'U') {
      // What it becomes depends on the language settings.
      while (isDigit(charAt(at), 16)) {
        at++;
      }
      word.hole(false);
    } else {
      giveUp();
    }
  }

  private void number(ShellWord.Draft word, int radix, int digits) {
    int value = 0;
    for (int read = 0; read < digits && isDigit(charAt(at), radix); read++) {
      value = value * radix + Character.digit(text.charAt(at++), radix);
    }
    onlyIn(value > 0 && value < 0x80);
    word.quoted(String.valueOf((char) value));
  }

  private static boolean isDigit(char c, int radix) {
    return c < 0x80 && Character.digit(c, radix) >= 0;
  }

  /** Reads {@code `…`}; all shells look for the next backquote without a backslash. */
  final void backquoted(boolean inDoubleQuotes) {
    StringBuilder script = new StringBuilder();
    int place = at + 1;
    while (place < limit && text.charAt(place) != '`') {
      char c = text.charAt(place++);
      if (c == '\\' && place < limit) {
        char next = text.charAt(place++);
        if ("$`\\".indexOf(next) < 0 && !(next == '"' && inDoubleQuotes)) {
          script.append(c);
        }
        script.append(next);
      } else {
        script.append(c);
      }
    }
    onlyIn(place < limit && (openHeredocs == 0 || script.indexOf("\n") < 0));
    backquoted.add(script.toString());
    at = place + 1;
  }

  /** Reads the word behind {@code <<}. */
  final Heredoc heredoc(boolean tabs) {
    StringBuilder end = new StringBuilder();
    boolean literal = false;
    skipBlanks();
    int from = at;
    while (sure && !endsWord(peek())) {
      char c = peek();
      skip();
      if (c == '\\') {
        literal = true;
        end.append(charAt(at++));
      } else if (c == '\'' || c == '"') {
        literal = true;
        int close = text.indexOf(c, at);
        onlyIn(close >= 0 && close < limit);
        if (sure) {
          end.append(text, at, close);
          at = close + 1;
        }
      } else {
        onlyIn(c != '$' && c != '`' && c != '#' && !isDoubtful(c));
        end.append(c);
      }
    }
    // Inside quotes these mean different things to different shells.
    onlyIn(at > from && end.indexOf("\\") < 0 && end.indexOf("\n") < 0 && end.indexOf("$") < 0);
    openHeredocs++;
    return new Heredoc(end.toString(), tabs, literal);
  }

  /** Goes behind the bodies of these; those that are expanded, in their order. */
  final List<Body> bodies(List<Heredoc> heredocs) {
    List<Body> expanded = new ArrayList<>();
    for (Heredoc heredoc : heredocs) {
      int start = at;
      int end = body(heredoc);
      if (!heredoc.literal() && sure) {
        expanded.add(new Body(start, end));
      }
    }
    openHeredocs -= heredocs.size();
    return expanded;
  }

  /** Goes behind the line that ends a body; where that line begins. */
  private int body(Heredoc heredoc) {
    boolean goesOn = false;
    while (at < limit) {
      int start = at;
      int newline = text.indexOf('\n', at);
      int end = newline < 0 || newline > limit ? limit : newline;
      at = Math.min(end + 1, limit);
      int from = start;
      while (heredoc.tabs() && from < end && text.charAt(from) == '\t') {
        from++;
      }
      String line = text.substring(from, end);
      if (goesOn) {
        // Joined lines may make the last one, or unmake it.
        onlyIn(line.isEmpty() || !heredoc.end().endsWith(line));
      } else if (line.equals(heredoc.end())) {
        return start;
      }
      goesOn = !heredoc.literal() && isJoined(start, end);
    }
    giveUp();
    return at;
  }

  private boolean isJoined(int start, int end) {
    int slash = end;
    while (slash > start && text.charAt(slash - 1) == '\\') {
      slash--;
    }
    return (end - slash) % 2 == 1;
  }
}
