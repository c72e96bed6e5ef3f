package dev.talaria.cli;

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

  private final String text;
  private final int width;

  WrappedText(String text, int width) {
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
        int feed = text.indexOf('\n', at);
        int lineEnd = feed < 0 ? text.length() : feed;
        int end = breakBefore(at, lineEnd);
        String line = text.substring(at, end);
        if (end < lineEnd) {
          at = text.charAt(end) == ' ' ? end + 1 : end;
        } else {
          done = feed < 0;
          at = end + 1;
        }
        return line;
      }
    };
  }

  private int breakBefore(int from, int lineEnd) {
    int end = from;
    int space = -1;
    for (int columns = 0; columns < width && end < lineEnd; columns++) {
      if (text.charAt(end) == ' ' && columns > width / 2) {
        space = end;
      }
      end = text.offsetByCodePoints(end, 1);
    }
    boolean fits = end == lineEnd || text.charAt(end) == ' ';
    return fits || space < 0 ? end : space;
  }
}
