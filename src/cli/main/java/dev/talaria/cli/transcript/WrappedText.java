package dev.talaria.cli.transcript;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The lines of a text when it is wrapped to a width, made one at a time.
 *
 * <p>Immutable; each iterator belongs to one thread. A line is broken at its last space when that
 * is in its second half, else where the width ends, and never inside a code point. A text has at
 * least one line.
 */
final class WrappedText implements Iterable<String> {

  private final CharSequence text;
  private final int width;

  WrappedText(CharSequence text, int width) {
    this.text = text;
    this.width = width;
  }

  @Override
  public Iterator<String> iterator() {
    return new Iterator<>() {
      private int at;
      private boolean done;

      @Override
      public boolean hasNext() {
        return !done;
      }

      @Override
      public String next() {
        if (done) {
          throw new NoSuchElementException();
        }
        int end = breakBehind(at);
        String line = text.subSequence(at, end).toString();
        done = end == text.length();
        boolean passedOver = !done && (text.charAt(end) == '\n' || text.charAt(end) == ' ');
        at = passedOver ? end + 1 : end;
        return line;
      }
    };
  }

  /** Looks no further than the width: a text may be one line of many megabytes. */
  private int breakBehind(int from) {
    int end = from;
    int space = -1;
    for (int columns = 0; columns < width && !endsAt(end); columns++) {
      if (text.charAt(end) == ' ' && columns > width / 2) {
        space = end;
      }
      end = Character.offsetByCodePoints(text, end, 1);
    }
    boolean fits = endsAt(end) || text.charAt(end) == ' ';
    return fits || space < 0 ? end : space;
  }

  private boolean endsAt(int at) {
    return at == text.length() || text.charAt(at) == '\n';
  }
}
