package dev.talaria.approval.shell;

import dev.talaria.approval.shell.ShellFrame.Expect;
import dev.talaria.approval.shell.ShellFrame.Mode;
import dev.talaria.approval.shell.ShellWord.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The grammar of bash, zsh and POSIX sh: finds the commands of a text, also those in substitutions,
 * or gives up. Stops at the first thing that it does not surely know; reads each character once,
 * without recursion. Used once, by one thread.
 */
final class ShellParser extends ShellTokens {

  private static final Set<String> DECLARATIONS =
      Set.of("declare", "typeset", "local", "export", "readonly");

  /** Reserved words that may follow a compound command at once. */
  private static final Set<String> CLOSING =
      Set.of("then", "do", "done", "fi", "else", "elif", "esac", "}");

  /** Commands as they are written, without those that they run in turn. */
  final List<ShellCommand> commands = new ArrayList<>();

  /** Assignments that stand before a command or alone. */
  final List<ShellWord> assignments = new ArrayList<>();

  /** What redirections lead to. */
  final List<ShellWord> targets = new ArrayList<>();

  private ShellParser(String text, Dialect dialect) {
    super(text, dialect);
  }

  static ShellParser read(String text, Dialect dialect) {
    ShellParser parser = new ShellParser(text, dialect);
    parser.push(Mode.LIST, END, false, true);
    if (dialect == Dialect.WORDS) {
      parser.frame.expect = Expect.ARGUMENTS;
    }
    parser.readAll();
    return parser;
  }

  private void readAll() {
    while (sure()) {
      int next = joined(at);
      more |= next != at;
      at = next;
      if (at < limit) {
        step(text.charAt(at));
      } else if (frame.mode == Mode.BODY || conditionEnds()) {
        pop();
      } else if (isWhole()) {
        ShellFrame whole = frame;
        endWord();
        if (frame == whole) {
          endCommand(END);
          onlyIn(whole.heredocs.isEmpty() && whole.cases == 0);
          more |= whole.commandMustFollow;
          return;
        }
      } else {
        giveUp();
      }
    }
  }

  @Override
  void list(char c) {
    switch (c) {
      case ' ', '\t' -> {
        endWord();
        skipBlanks();
      }
      case '\n', ';', '&', '|', ')' -> {
        ShellFrame list = frame;
        endWord();
        if (frame == list) {
          separator(c);
        }
      }
      case '(' -> open();
      case '<', '>' -> redirection(c);
      case '#' -> comment();
      default -> wordPart(c);
    }
  }

  // --- what separates commands ---

  private void separator(char c) {
    switch (c) {
      case '\n' -> newline();
      case ';' -> semicolon();
      case '&' -> ampersand();
      case '|' -> pipe();
      default -> close();
    }
  }

  private void newline() {
    ShellFrame list = frame;
    more |= dialect == Dialect.WORDS;
    endCommand('\n');
    at++;
    onlyIn(openHeredocs == list.heredocs.size());
    if (list.heredocs.isEmpty() || !sure()) {
      return;
    }
    List<Body> bodies = bodies(list.heredocs);
    list.heredocs = new ArrayList<>();
    // The first one comes on top; behind each begins the next.
    int resume = at;
    int outer = limit;
    for (int body = bodies.size() - 1; body >= 0; body--) {
      push(new ShellFrame(Mode.BODY, END, true, false, outer, resume));
      frame.word = new Draft(at);
      resume = bodies.get(body).start();
      outer = bodies.get(body).end();
    }
    at = resume;
    limit = outer;
  }

  private void semicolon() {
    ShellFrame list = frame;
    more |= dialect == Dialect.WORDS;
    skip();
    endCommand(';');
    char c = peek();
    if (c == ';' || c == '&' || c == '|') {
      more = true;
      onlyIn(list.cases > 0);
      skip();
      if (c == ';') {
        take('&');
      }
      list.expect = Expect.PATTERN;
      list.patternBegins = true;
    }
  }

  private void ampersand() {
    ShellFrame list = frame;
    if (peekSecond() == '>') {
      // For a POSIX shell this is the end of a command in the background.
      onlyIn(dialect != Dialect.POSIX && !list.target);
      skip();
      redirection('>');
      return;
    }
    skip();
    if (take('&')) {
      endCommand('&');
      list.commandMustFollow = true;
      more |= dialect == Dialect.WORDS;
      return;
    }
    more = true;
    endCommand('&');
    if (peek() == '|' || peek() == '!') {
      skip();
    }
  }

  private void pipe() {
    ShellFrame list = frame;
    more |= dialect == Dialect.WORDS;
    skip();
    if (list.expect == Expect.PATTERN) {
      return;
    }
    if (!take('|') && take('&')) {
      more = true;
    }
    endCommand('|');
    list.commandMustFollow = true;
  }

  private void open() {
    more = true;
    ShellFrame list = frame;
    if (list.expect == Expect.PATTERN && list.word == null && list.patternBegins) {
      list.patternBegins = false;
      at++;
      return;
    }
    if (list.word != null && list.word.beginsArray() && mayAssign()) {
      onlyIn(dialect != Dialect.POSIX);
      at++;
      list.word.hole(true);
      push(Mode.ARRAY, ')', false, false);
      return;
    }
    endWord();
    if (frame != list) {
      return;
    }
    onlyIn(!list.target && !list.lead);
    boolean twice = peekSecond() == '(';
    switch (list.expect) {
      case COMMAND, LOOP_NAME -> {
        onlyIn(twice ? dialect != Dialect.POSIX : list.expect == Expect.COMMAND);
        skip();
        if (twice) {
          skip();
          push(Mode.ARITHMETIC, ')', true, true);
          frame.word = new Draft(at);
        } else {
          push(Mode.LIST, ')', false, true);
        }
      }
      case ARGUMENTS -> {
        onlyIn(list.words.size() == 1);
        emptyParentheses();
        list.nextCommand();
      }
      case FUNCTION_BODY -> emptyParentheses();
      default -> giveUp();
    }
  }

  /** Whether an array may be assigned here. */
  private boolean mayAssign() {
    return frame.mode == Mode.LIST
        && !frame.target
        && (frame.expect == Expect.COMMAND
            || !frame.words.isEmpty() && DECLARATIONS.contains(frame.words.get(0).text()));
  }

  private void emptyParentheses() {
    skip();
    skipBlanks();
    onlyIn(take(')'));
  }

  private void close() {
    more = true;
    ShellFrame list = frame;
    at++;
    if (list.expect == Expect.PATTERN) {
      onlyIn(!list.patternBegins);
      list.nextCommand();
      return;
    }
    onlyIn(list.end == ')' && list.heredocs.isEmpty() && list.cases == 0);
    endCommand(')');
    if (sure()) {
      pop();
    }
  }

  @Override
  void comment() {
    if (frame.word != null) {
      wordPart('#');
      return;
    }
    more = true;
    onlyIn(dialect != Dialect.TERMINAL);
    int newline = text.indexOf('\n', at);
    at = newline < 0 ? limit : Math.min(newline, limit);
  }

  private void redirection(char c) {
    more = true;
    ShellFrame list = frame;
    if (peekSecond() == '(') {
      substitution(1, false);
      return;
    }
    if (list.word != null && list.word.isDescriptor() && !list.target) {
      list.word = null;
    } else {
      endWord();
      if (frame != list) {
        return;
      }
    }
    onlyIn(!list.target);
    skip();
    if (c == '<') {
      if (take('<') && !take('<')) {
        list.heredocs.add(heredoc(take('-')));
        list.lead = true;
        return;
      }
      if (!take('&')) {
        take('>');
      }
    } else {
      take('>');
      take('&');
      take('|');
    }
    if (peek() == '!' && isBlank(peekSecond())) {
      // A file "!" in bash; in zsh the file is the next word.
      skip();
      onlyIn(!list.nameMayBeSecond);
      list.nameMayBeSecond = list.words.isEmpty();
      list.lead = true;
      return;
    }
    list.target = true;
  }

  // --- the grammar ---

  /** Ends the word that is being read, if any; may begin another frame. */
  private void endWord() {
    Draft draft = frame.word;
    if (draft == null) {
      return;
    }
    frame.word = null;
    if (frame.target) {
      frame.target = false;
      frame.lead = true;
      targets.add(draft.word());
      return;
    }
    switch (frame.expect) {
      case COMMAND, SEPARATOR -> commandWord(draft);
      case ARGUMENTS -> {
        onlyIn(dialect == Dialect.WORDS || !draft.is("{") && !draft.is("}"));
        frame.words.add(draft.word());
      }
      case LOOP_NAME -> frame.expect = Expect.LOOP_IN;
      case LOOP_IN -> {
        onlyIn(draft.is("in") || draft.is("do"));
        frame.expect = draft.is("in") ? Expect.LOOP_WORDS : Expect.COMMAND;
      }
      case CASE_WORD -> frame.expect = Expect.CASE_IN;
      case CASE_IN -> {
        onlyIn(draft.is("in"));
        frame.cases++;
        frame.expect = Expect.PATTERN;
        frame.patternBegins = true;
      }
      case PATTERN -> {
        if (frame.patternBegins && draft.is("esac")) {
          frame.cases--;
          frame.expect = Expect.SEPARATOR;
        }
        frame.patternBegins = false;
      }
      case FUNCTION_NAME -> frame.expect = Expect.FUNCTION_BODY;
      case FUNCTION_BODY -> {
        onlyIn(draft.is("{"));
        frame.nextCommand();
      }
      case LOOP_WORDS -> {}
    }
  }

  private void commandWord(Draft draft) {
    String bare = draft.bareText();
    Expect before = frame.expect;
    frame.expect = Expect.COMMAND;
    boolean reserved = reserved(bare);
    if (reserved) {
      more = true;
      // Behind a redirection it is the name of a program.
      onlyIn(before == Expect.SEPARATOR || !frame.lead);
      onlyIn(before == Expect.COMMAND || CLOSING.contains(bare));
      frame.lead = false;
    } else if (before == Expect.SEPARATOR) {
      giveUp();
    } else if (draft.isAssignment()) {
      more = true;
      frame.lead = true;
      assignments.add(draft.word());
    } else {
      // zsh takes the brace for a group.
      onlyIn(!draft.beginsWithBrace());
      frame.start = draft.start;
      frame.words.add(draft.word());
      frame.expect = Expect.ARGUMENTS;
    }
  }

  /** Whether it is a reserved word; what follows it is expected then. */
  private boolean reserved(String word) {
    switch (word) {
      case "if", "then", "elif", "else", "do", "while", "until", "!", "{", "coproc" -> {}
      case "time" -> {
        int behind = behindBlanks(at);
        while (isTimeOption(behind)) {
          behind = behindBlanks(behind + 2);
        }
        // With other options it is the program, as in a shell without this reserved word.
        boolean reserved = charAt(behind) != '-';
        at = reserved ? behind : at;
        return reserved;
      }
      case "fi", "done", "}" -> frame.expect = Expect.SEPARATOR;
      case "esac" -> {
        onlyIn(frame.cases > 0);
        frame.cases--;
        frame.expect = Expect.SEPARATOR;
      }
      case "for" -> frame.expect = Expect.LOOP_NAME;
      case "case" -> frame.expect = Expect.CASE_WORD;
      case "select", "function", "[[" -> {
        onlyIn(dialect != Dialect.POSIX);
        if (word.equals("[[")) {
          push(Mode.CONDITION, END, false, true);
        } else {
          frame.expect = word.equals("select") ? Expect.LOOP_NAME : Expect.FUNCTION_NAME;
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean isTimeOption(int place) {
    return (text.startsWith("-p", place) || text.startsWith("--", place))
        && endsWord(charAt(joined(place + 2)));
  }

  /** Ends the command before {@code separator}. */
  private void endCommand(char separator) {
    onlyIn(!frame.target);
    boolean lineEnds = separator == '\n';
    switch (frame.expect) {
      case ARGUMENTS -> {
        if (!frame.words.isEmpty()) {
          commands.add(new ShellCommand(frame.words, frame.start));
          frame.commandMustFollow = false;
        }
        if (frame.nameMayBeSecond && frame.words.size() > 1) {
          commands.add(new ShellCommand(frame.words.subList(1, frame.words.size()), frame.start));
        }
      }
      case COMMAND -> more |= !lineEnds && separator != END;
      case SEPARATOR -> frame.commandMustFollow = false;
      case LOOP_WORDS -> onlyIn(lineEnds || separator == ';');
      case LOOP_IN -> {
        onlyIn(lineEnds || separator == ';');
        if (lineEnds) {
          return;
        }
      }
      case CASE_IN -> {
        onlyIn(lineEnds);
        return;
      }
      case PATTERN -> {
        onlyIn(lineEnds && frame.patternBegins);
        return;
      }
      case FUNCTION_BODY -> onlyIn(lineEnds);
      default -> giveUp();
    }
    frame.nextCommand();
  }
}
