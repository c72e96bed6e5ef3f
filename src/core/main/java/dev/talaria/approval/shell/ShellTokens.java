package dev.talaria.approval.shell;

import dev.talaria.approval.shell.ShellFrame.Expect;
import dev.talaria.approval.shell.ShellFrame.Mode;
import dev.talaria.approval.shell.ShellWord.Draft;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The words of a shell's text and what is inside their quotes and brackets; which of them are
 * commands is {@link ShellParser}'s. Keeps what is open on a stack of its own. Used once, by one
 * thread.
 */
abstract class ShellTokens extends ShellText {

  private final Deque<ShellFrame> frames = new ArrayDeque<>();

  /** What is being read. */
  ShellFrame frame;

  ShellTokens(String text, Dialect dialect) {
    super(text, dialect);
  }

  /** Reads on in a list of commands, whose next character is {@code c}. */
  abstract void list(char c);

  /** Reads a comment, or a {@code #} inside a word. */
  abstract void comment();

  final void step(char c) {
    switch (frame.mode) {
      case LIST -> list(c);
      case DOUBLE, BODY -> doubleQuoted(c);
      case PARAMETER -> parameter(c);
      case ARITHMETIC -> arithmetic(c);
      case SUBSCRIPT -> subscript(c);
      case ARRAY -> array(c);
      case CONDITION -> condition(c);
    }
  }

  final void push(Mode mode, char end, boolean quoted, boolean command) {
    push(new ShellFrame(mode, end, quoted, command, limit, 0));
  }

  final void push(ShellFrame next) {
    if (frame != null) {
      frames.push(frame);
    }
    frame = next;
  }

  final void pop() {
    ShellFrame ended = frame;
    frame = frames.pop();
    limit = ended.outerLimit;
    if (ended.mode == Mode.BODY) {
      at = ended.resume;
    } else if (ended.command) {
      frame.expect = Expect.SEPARATOR;
    }
  }

  /** Whether nothing is open besides the whole text. */
  final boolean isWhole() {
    return frames.isEmpty();
  }

  final void wordPart(char c) {
    Draft word = frame.word(at);
    switch (c) {
      case '\\' -> {
        escapes = true;
        onlyIn(at + 1 < limit && !isDoubtful(charAt(at + 1)));
        word.quoted(String.valueOf(charAt(at + 1)));
        at += 2;
      }
      case '\'' -> singleQuoted(word);
      case '"' -> {
        at++;
        word.quoted("");
        inWord(Mode.DOUBLE, true, word);
      }
      case '$' -> dollar(false);
      case '`' -> backquote(false);
      case '[' -> bracket(word);
      default -> {
        at++;
        onlyIn(!isDoubtful(c));
        more |= !isPlain(c) || c == '=' && word.isEmpty() && dialect != Dialect.WORDS;
        if (c == '*' || c == '?' || c == '~' && word.isEmpty()) {
          word.hole(c != '~');
        } else {
          word.bare(c);
        }
      }
    }
  }

  /** Plain words mean the same to all shells. A leading {@code =} is a path's look-up in zsh. */
  private static boolean isPlain(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || "_@%+=:,./-".indexOf(c) >= 0;
  }

  /** Begins a part of a word; {@code around} gets its text. */
  private void inWord(Mode mode, boolean quoted, Draft around) {
    push(mode, END, quoted, false);
    frame.word = around;
  }

  private void bracket(Draft word) {
    more = true;
    boolean name = frame.mode == Mode.LIST && frame.expect == Expect.COMMAND && !frame.target;
    if (name && word.isName()) {
      onlyIn(dialect != Dialect.POSIX);
      at++;
      inWord(Mode.SUBSCRIPT, true, new Draft(at));
      return;
    }
    char next = peekSecond();
    if (word.isEmpty() && (endsWord(next) || next == '[') || word.is("[") && endsWord(next)) {
      word.bare('[');
    } else {
      word.hole(true);
    }
    at++;
  }

  private void dollar(boolean quoted) {
    more = true;
    Draft word = frame.word(at);
    at++;
    char c = peek();
    if (c == '(') {
      substitution(0, quoted);
    } else if (c == '{') {
      skip();
      // Behind these zsh and later versions of bash run or expand what stands there.
      onlyIn("(| \t\n".indexOf(peek()) < 0);
      word.hole(!quoted);
      inWord(Mode.PARAMETER, quoted, word);
    } else if (c == '\'' && !quoted) {
      onlyIn(dialect != Dialect.POSIX);
      skip();
      ansiQuoted(word);
    } else if (c == '[') {
      giveUp();
    } else if (isNameStart(c)) {
      while (isNameStart(peek()) || peek() >= '0' && peek() <= '9') {
        skip();
      }
      word.hole(!quoted);
    } else if (c >= '0' && c <= '9' || c != END && "@*#?$!-".indexOf(c) >= 0) {
      skip();
      word.hole(!quoted || c == '@');
    } else if (c == '^' || c == '=' || c == '~' || c == '+') {
      // zsh's ways to expand a variable that follows.
      word.hole(true);
    } else if (quoted || c != '"') {
      word.quoted("$");
    }
  }

  private static boolean isNameStart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }

  /** {@code $(…)}, {@code $((…))}, {@code <(…)}: goes behind the first parenthesis. */
  final void substitution(int before, boolean quoted) {
    onlyIn(before == 0 || dialect != Dialect.POSIX);
    Draft word = frame.word(at);
    for (int opening = 0; opening <= before; opening++) {
      skip();
    }
    word.hole(before == 0 && !quoted);
    if (before == 0 && peek() == '(') {
      skip();
      inWord(Mode.ARITHMETIC, true, new Draft(at));
    } else {
      push(Mode.LIST, ')', false, false);
    }
  }

  private void backquote(boolean quoted) {
    more = true;
    frame.word(at).hole(!quoted);
    backquoted(quoted && frame.mode == Mode.DOUBLE);
  }

  private void doubleQuoted(char c) {
    switch (c) {
      case '\\' -> {
        escapes = true;
        char next = charAt(at + 1);
        boolean quotes = next != END && "$`\\".indexOf(next) >= 0;
        quotes |= next == '"' && frame.mode == Mode.DOUBLE;
        frame.word.quoted(String.valueOf(quotes ? next : c));
        at += quotes ? 2 : 1;
      }
      case '$' -> dollar(true);
      case '`' -> backquote(true);
      default -> {
        at++;
        if (c == '"' && frame.mode == Mode.DOUBLE) {
          pop();
        } else {
          onlyIn(c != '\n' || openHeredocs == 0);
          frame.word.quoted(String.valueOf(c));
        }
      }
    }
  }

  // --- what is inside brackets of all kinds ---

  private void parameter(char c) {
    Draft around = frame.word;
    Draft inside = new Draft(at);
    switch (c) {
      case '}' -> {
        at++;
        pop();
      }
      case '\\' -> at = Math.min(at + 2, limit);
      case '\'' -> {
        onlyIn(!frame.quoted);
        singleQuoted(inside);
      }
      case '"' -> {
        onlyIn(frames.peek().mode != Mode.BODY);
        at++;
        inWord(Mode.DOUBLE, true, inside);
      }
      case '$' -> {
        boolean quoted = frame.quoted;
        frame.word = inside;
        ShellFrame here = frame;
        dollar(quoted);
        here.word = around;
      }
      case '`' -> backquote(frame.quoted);
      default -> {
        boolean process = (c == '<' || c == '>') && !frame.quoted && peekSecond() == '(';
        onlyIn(c != '{' && !process && (c != '\n' || openHeredocs == 0));
        if (c == '@') {
          around.hole(true);
          // The value is expanded again.
          onlyIn(peekSecond() != 'P');
        }
        at++;
      }
    }
  }

  private void arithmetic(char c) {
    switch (c) {
      case '$' -> dollar(true);
      case '`' -> backquote(true);
      case '"' -> {
        at++;
        inWord(Mode.DOUBLE, true, frame.word);
      }
      case '(' -> {
        frame.depth++;
        at++;
      }
      case ')' -> {
        at++;
        if (frame.depth > 0) {
          frame.depth--;
        } else {
          // Otherwise it was a subshell in a substitution.
          onlyIn(take(')'));
          pop();
        }
      }
      default -> {
        onlyIn("'\\{}".indexOf(c) < 0 && (c != '\n' || openHeredocs == 0));
        at++;
      }
    }
  }

  private void subscript(char c) {
    switch (c) {
      case '$' -> dollar(true);
      case '`' -> backquote(true);
      case '\'' -> singleQuoted(frame.word);
      case '"' -> {
        at++;
        inWord(Mode.DOUBLE, true, frame.word);
      }
      case '[' -> {
        frame.depth++;
        at++;
      }
      case ']' -> {
        at++;
        if (frame.depth > 0) {
          frame.depth--;
          return;
        }
        boolean blank = frame.blank;
        pop();
        if (peek() == '=' || peek() == '+' && peekSecond() == '=') {
          frame.word.bare('[');
          frame.word.bare(']');
        } else {
          onlyIn(!blank);
          frame.word.hole(true);
        }
      }
      default -> {
        onlyIn(";|&<>()#\n\\".indexOf(c) < 0);
        frame.blank |= isBlank(c);
        at++;
      }
    }
  }

  private void array(char c) {
    switch (c) {
      case ' ', '\t', '\n' -> {
        onlyIn(c != '\n' || openHeredocs == 0);
        frame.word = null;
        at++;
      }
      case ')' -> {
        at++;
        pop();
      }
      case '#' -> comment();
      case '<', '>' -> processSubstitution();
      case ';', '&', '|', '(' -> giveUp();
      default -> wordPart(c);
    }
  }

  private void processSubstitution() {
    if (peekSecond() == '(') {
      substitution(1, false);
    } else {
      onlyIn(frame.mode == Mode.CONDITION);
      frame.word = null;
      at++;
    }
  }

  private void condition(char c) {
    switch (c) {
      case ' ', '\t', '\n', '(', ')', '|', '&', ';' -> {
        if (conditionEnds()) {
          pop();
          return;
        }
        onlyIn(c != ';' && (c != '\n' || openHeredocs == 0));
        frame.word = null;
        at++;
      }
      case '<', '>' -> processSubstitution();
      default -> {
        onlyIn(c != '#' || frame.word != null);
        wordPart(c);
      }
    }
  }

  final boolean conditionEnds() {
    return frame.mode == Mode.CONDITION && frame.word != null && frame.word.is("]]");
  }
}
