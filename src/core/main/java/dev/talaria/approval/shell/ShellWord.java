package dev.talaria.approval.shell;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A word of a command, as far as it is known before a shell runs it. Immutable.
 *
 * @param head the text; of a word that is made at run time what it certainly begins with
 * @param tail what a word that is made at run time certainly ends with
 * @param known whether {@code head} is all of it
 * @param splits whether it may become none or several words
 */
public record ShellWord(String head, String tail, boolean known, boolean splits) {

  /** Any words at all. */
  static final ShellWord ANY = new ShellWord("", "", false, true);

  static ShellWord of(String text) {
    return new ShellWord(text, "", true, false);
  }

  boolean is(String text) {
    return known && head.equals(text);
  }

  /** Whether it may become {@code text}, or begin with it where it splits. */
  public boolean mayBe(String text) {
    if (known || splits) {
      return known ? head.equals(text) : text.startsWith(head);
    }
    return text.length() >= head.length() + tail.length()
        && text.startsWith(head)
        && text.endsWith(tail);
  }

  /** Whether it may be an option, an assignment or several words: nothing is known of its start. */
  boolean openStart() {
    return !known && (splits || head.isEmpty());
  }

  /**
   * The last part of a program's path, {@code rm} for {@code /bin/rm} and for zsh's {@code =rm};
   * empty when it is made at run time.
   */
  public Optional<String> program() {
    String path = known ? head : tail;
    int slash = path.lastIndexOf('/');
    if (!known && (splits || slash < 0)) {
      return Optional.empty();
    }
    String name = path.substring(slash + 1);
    return Optional.of(name.length() > 1 && name.startsWith("=") ? name.substring(1) : name);
  }

  /** What is known of it, in one text, for searches. */
  String text() {
    return known ? head : head + "\0" + tail;
  }

  /** A word that is being read. */
  static final class Draft {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern DESCRIPTOR =
        Pattern.compile("[0-9]+|\\{[A-Za-z_][A-Za-z0-9_]*\\}");
    private static final Pattern ASSIGNED = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\[\\])?\\+?");

    /** Where it begins in the script. */
    final int start;

    private final StringBuilder text = new StringBuilder();
    private int firstHole = -1;
    private int lastHole;
    private int firstQuoted = -1;
    private int brace = -1;
    private boolean splits;

    Draft(int start) {
      this.start = start;
    }

    void bare(char c) {
      if (c == '{') {
        brace = text.length();
      } else if (brace >= 0 && (c == ',' || c == '.' && text.charAt(text.length() - 1) == '.')) {
        hole(true);
        firstHole = Math.min(firstHole, brace);
      }
      text.append(c);
    }

    void quoted(CharSequence more) {
      if (firstQuoted < 0) {
        firstQuoted = text.length();
      }
      text.append(more);
    }

    /** What is only known at run time stands here. */
    void hole(boolean mayBeSeveral) {
      if (firstHole < 0) {
        firstHole = text.length();
      }
      lastHole = text.length();
      splits |= mayBeSeveral;
    }

    boolean isEmpty() {
      return text.length() == 0 && firstHole < 0 && firstQuoted < 0;
    }

    private boolean isBare() {
      return firstHole < 0 && firstQuoted < 0;
    }

    /** Whether it is this text without any quotes. */
    boolean is(String other) {
      return isBare() && other.contentEquals(text);
    }

    boolean isName() {
      return isBare() && NAME.matcher(text).matches();
    }

    boolean isDescriptor() {
      return isBare() && DESCRIPTOR.matcher(text).matches();
    }

    boolean beginsWithBrace() {
      return text.length() > 0 && text.charAt(0) == '{' && brace >= 0 && firstQuoted != 0;
    }

    boolean isAssignment() {
      int equals = text.indexOf("=");
      return equals > 0
          && (firstHole < 0 || firstHole > equals)
          && (firstQuoted < 0 || firstQuoted > equals)
          && ASSIGNED.matcher(text.substring(0, equals)).matches();
    }

    /** Whether a parenthesis after it opens an array. */
    boolean beginsArray() {
      return isBare() && isAssignment() && text.charAt(text.length() - 1) == '=';
    }

    /** The text with a bare word in it as {@link #is} wants it, for look-ups. */
    String bareText() {
      return isBare() ? text.toString() : "";
    }

    ShellWord word() {
      if (firstHole < 0) {
        return of(text.toString());
      }
      return new ShellWord(text.substring(0, firstHole), text.substring(lastHole), false, splits);
    }
  }
}
