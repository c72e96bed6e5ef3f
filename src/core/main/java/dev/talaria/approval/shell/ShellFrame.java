package dev.talaria.approval.shell;

import java.util.ArrayList;
import java.util.List;

/** A construct of a shell's text that has begun and not ended: what {@link ShellParser} stacks. */
final class ShellFrame {

  /** What is read. */
  enum Mode {
    /** Commands: all of a script, a substitution, a subshell. */
    LIST,
    /** A double-quoted text. */
    DOUBLE,
    /** The body of a here-document that is expanded. */
    BODY,
    /** <code>${…}</code>. */
    PARAMETER,
    /** {@code ((…))}, with or without a dollar. */
    ARITHMETIC,
    /** The brackets of {@code a[…]=}. */
    SUBSCRIPT,
    /** The words of {@code a=(…)}. */
    ARRAY,
    /** {@code [[ … ]]}. */
    CONDITION
  }

  /** What comes next in a list of commands. */
  enum Expect {
    /** A reserved word, an assignment, or the name of a program. */
    COMMAND,
    ARGUMENTS,
    /** The end of the command: a compound one is complete. */
    SEPARATOR,
    LOOP_NAME,
    LOOP_IN,
    LOOP_WORDS,
    CASE_WORD,
    CASE_IN,
    PATTERN,
    FUNCTION_NAME,
    FUNCTION_BODY
  }

  final Mode mode;

  /** What ends a list: {@code )}, or the end of the text. */
  final char end;

  /** Whether what is expanded here stays one word. */
  final boolean quoted;

  /** Whether it is a command of its own, and not a part of a word. */
  final boolean command;

  /** Where the text ended for the frame around it. */
  final int outerLimit;

  /** Where to continue after it; only of a body. */
  final int resume;

  /** The word that is being read; of a part of a word, the word around it. */
  ShellWord.Draft word;

  /** Parentheses or brackets that are open inside. */
  int depth;

  /** Whether there is a blank inside a subscript. */
  boolean blank;

  // The rest is for lists.
  Expect expect = Expect.COMMAND;
  List<ShellWord> words = new ArrayList<>();
  int start;

  /** Whether a redirection or an assignment stands before the command's name. */
  boolean lead;

  /** Whether the next word is what a redirection leads to. */
  boolean target;

  /** Whether the program's name is in zsh the word behind the one that bash takes. */
  boolean nameMayBeSecond;

  int cases;
  boolean patternBegins;

  /** Whether {@code &&}, {@code ||} or {@code |} wants a command. */
  boolean commandMustFollow;

  List<ShellText.Heredoc> heredocs = new ArrayList<>();

  ShellFrame(Mode mode, char end, boolean quoted, boolean command, int outerLimit, int resume) {
    this.mode = mode;
    this.end = end;
    this.quoted = quoted;
    this.command = command;
    this.outerLimit = outerLimit;
    this.resume = resume;
  }

  /** The word that is being read, begun now if there is none. */
  ShellWord.Draft word(int at) {
    if (word == null) {
      word = new ShellWord.Draft(at);
    }
    return word;
  }

  void nextCommand() {
    words = new ArrayList<>();
    expect = Expect.COMMAND;
    lead = false;
    nameMayBeSecond = false;
  }
}
