package dev.talaria.rpc;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a byte stream into lines at {@code \n}, with a limit on a line's length.
 *
 * <p>One thread reads. A line longer than the limit is given up to the limit and the rest of it is
 * skipped, so one bad line never costs the lines behind it.
 */
final class LineReader {

  private static final int CHUNK = 64 * 1024;

  /**
   * One line without its terminator ({@code \n} or {@code \r\n}).
   *
   * @param bytes the buffer; valid until the next call of {@link #next}
   * @param offset where the line begins in it
   * @param length how many bytes it has; when {@code tooLong}, the limit
   * @param tooLong whether the line was longer than the limit
   */
  record Line(byte[] bytes, int offset, int length, boolean tooLong) {}

  private final InputStream in;
  private final int limit;
  private byte[] buffer = new byte[CHUNK];
  private int start;
  private int end;
  private boolean eof;

  LineReader(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /** The next line, or {@code null} at the end of the stream. Blocks until there is one. */
  Line next() throws IOException {
    int scanned = start;
    while (true) {
      for (int i = scanned; i < end; i++) {
        if (buffer[i] == '\n') {
          return take(i, i + 1);
        }
      }
      scanned = end;
      if (eof) {
        return start < end ? take(end, end) : null;
      }
      if (end - start > limit) {
        return skipRest();
      }
      int shift = makeRoom();
      scanned -= shift;
      fill();
    }
  }

  private Line take(int lineEnd, int next) {
    int from = start;
    start = next;
    int length = lineEnd - from;
    if (length > 0 && buffer[lineEnd - 1] == '\r') {
      length--;
    }
    return length > limit
        ? new Line(buffer, from, limit, true)
        : new Line(buffer, from, length, false);
  }

  private Line skipRest() throws IOException {
    byte[] head = Arrays.copyOfRange(buffer, start, start + limit);
    start = end;
    while (!eof) {
      start = 0;
      end = 0;
      fill();
      for (int i = 0; i < end; i++) {
        if (buffer[i] == '\n') {
          start = i + 1;
          return new Line(head, 0, limit, true);
        }
      }
      start = end;
    }
    return new Line(head, 0, limit, true);
  }

  /** Makes room for another chunk behind {@code end}; returns by how much the content moved. */
  private int makeRoom() {
    int shift = 0;
    if (start == end) {
      shift = start;
      start = 0;
      end = 0;
      if (buffer.length > 16 * CHUNK) {
        buffer = new byte[CHUNK];
      }
    } else if (end == buffer.length) {
      int length = end - start;
      byte[] target = length > buffer.length / 2 ? new byte[buffer.length * 2] : buffer;
      System.arraycopy(buffer, start, target, 0, length);
      shift = start;
      buffer = target;
      start = 0;
      end = length;
    }
    return shift;
  }

  private void fill() throws IOException {
    int n = in.read(buffer, end, buffer.length - end);
    if (n < 0) {
      eof = true;
    } else {
      end += n;
    }
  }
}
