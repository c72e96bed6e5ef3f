package dev.talaria.approval;

import dev.talaria.approval.ShellFrame.Expect;
import dev.talaria.approval.ShellFrame.Mode;
import dev.talaria.approval.ShellWord.Draft;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * The grammar of bash, zsh and POSIX sh: finds the commands of a text, also those in substitutions,
 * or gives up. Stops at the first thing that it does not surely know; reads each character once,
 * without recursion. Used once, by one thread.
 */
final class ShellParser extends ShellText {

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

  private final Deque<ShellFrame> frames = new ArrayDeque<>();
  private ShellFrame frame;

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
      } else if (frames.isEmpty()) {
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

  private void step(char c) {
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

  private void push(Mode mode, char end, boolean quoted, boolean command) {
    push(new ShellFrame(mode, end, quoted, command, limit, 0));
  }

  private void push(ShellFrame next) {
    if (frame != null) {
      frames.push(frame);
    }
    frame = next;
  }

  private void pop() {
    ShellFrame ended = frame;
    frame = frames.pop();
    limit = ended.outerLimit;
    if (ended.mode == Mode.BODY) {
      at = ended.resume;
    } else if (ended.command) {
      frame.expect = Expect.SEPARATOR;
    }
  }

  private void list(char c) {
    switch (c) {
      case ' ', '\t' -> {
        endWord();
        skipBlanks();
      }
      case '\n' -> newline();
      case ';' -> semicolon();
      case '&' -> ampersand();
      case '|' -> pipe();
      case '(' -> open();
      case ')' -> close();
      case '<', '>' -> redirection(c);
      case '#' -> comment();
      default -> wordPart(c);
    }
  }

  // --- what separates commands ---

  private void newline() {
    ShellFrame list = frame;
    endWord();
    if (frame != list) {
      return;
    }
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
    endWord();
    if (frame != list) {
      return;
    }
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
    endWord();
    if (frame != list) {
      return;
    }
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
    endWord();
    if (frame != list) {
      return;
    }
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
    endWord();
    if (frame != list) {
      return;
    }
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

  private void comment() {
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

  // --- words ---

  private void wordPart(char c) {
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
  private void substitution(int before, boolean quoted) {
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
          // The value is expanded once more.
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

  private boolean conditionEnds() {
    return frame.mode == Mode.CONDITION && frame.word != null && frame.word.is("]]");
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
