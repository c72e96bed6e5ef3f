package dev.talaria.base;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Cuts a stream of UTF-8 text into lines without copying or decoding them.
 *
 * <p>Belongs to one thread; the buffer is reused, so that a line is gone with the next one. A line
 * feed ends a line, a byte order mark at the start of the stream is skipped, and of a line that is
 * too long only its beginning is kept.
 */
public final class ByteLines {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGH_BITS = ONES << 7;
  private static final long FEEDS = ONES * '\n';

  private static final int INITIAL = 64 * 1024;

  /** A buffer that grew beyond this for one line is given up after it. */
  private static final int LARGE = 16 * INITIAL;

  private final InputStream in;
  private final int maxLine;
  private byte[] buffer;
  private int start;
  private int end;
  private int next;
  private int limit;
  private long number;
  private boolean cut;
  private boolean ended;

  /**
   * Cuts this stream.
   *
   * @param in is read ahead, and never closed
   * @param maxLine how many bytes a line may have, below {@link Integer#MAX_VALUE}; of a longer one
   *     the rest is skipped
   */
  public ByteLines(InputStream in, int maxLine) {
    this.in = in;
    this.maxLine = maxLine;
    this.buffer = new byte[Math.min(INITIAL, maxLine + 1)];
  }

  /**
   * Goes to the next line.
   *
   * @return whether there is one; {@code false} at the end of the stream
   * @throws IOException if the stream cannot be read
   */
  public boolean next() throws IOException {
    start = next;
    cut = false;
    int scan = start;
    while (true) {
      int feed = indexOfFeed(scan);
      if (feed >= 0) {
        finish(feed, feed + 1);
        return true;
      }
      scan = limit;
      if (ended) {
        finish(limit, limit);
        return end > start;
      }
      if (limit - start > maxLine) {
        passOverRest();
        return true;
      }
      scan -= makeRoom();
      fill();
    }
  }

  /** {@return what holds the line; valid until the next call of {@link #next}} */
  public byte[] buffer() {
    return buffer;
  }

  /** {@return where the line begins in the buffer} */
  public int start() {
    return start;
  }

  /** {@return how many bytes the line has, without its line feed} */
  public int length() {
    return end - start;
  }

  /** {@return the number of the line, from 1} */
  public long number() {
    return number;
  }

  /** {@return whether the line is longer than the limit, and only its beginning is here} */
  public boolean isCut() {
    return cut;
  }

  /** {@return whether there is nothing but white space} */
  public boolean isBlank() {
    return lastByte() == ' ';
  }

  /** {@return the last byte that is not white space; a space when there is none} */
  public byte lastByte() {
    for (int i = end - 1; i >= start; i--) {
      byte b = buffer[i];
      if (b != ' ' && b != '\t' && b != '\r') {
        return b;
      }
    }
    return ' ';
  }

  private void finish(int lineEnd, int nextLine) {
    end = lineEnd;
    next = nextLine;
    number++;
    boolean mark =
        number == 1
            && length() >= 3
            && buffer[start] == (byte) 0xEF
            && buffer[start + 1] == (byte) 0xBB
            && buffer[start + 2] == (byte) 0xBF;
    if (mark) {
      start += 3;
    }
    if (length() > maxLine) {
      cut = true;
      end = start + maxLine;
    }
  }

  /** Looks at eight bytes at a time: a zero byte in the exclusive or is a line feed. */
  private int indexOfFeed(int from) {
    byte[] bytes = buffer;
    int to = limit;
    int i = from;
    for (int last = to - Long.BYTES; i <= last; i += Long.BYTES) {
      long eight = (long) LONGS.get(bytes, i) ^ FEEDS;
      if ((eight - ONES & ~eight & HIGH_BITS) != 0) {
        break;
      }
    }
    for (; i < to; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /**
   * Moves the line to the front of the buffer, grows that if need be, and says how far it moved.
   */
  private int makeRoom() {
    int moved = start;
    if (start == limit && buffer.length > LARGE) {
      buffer = new byte[INITIAL];
      start = 0;
      limit = 0;
    } else if (moved > 0) {
      System.arraycopy(buffer, start, buffer, 0, limit - start);
      limit -= moved;
      start = 0;
    } else if (limit == buffer.length) {
      buffer = Arrays.copyOf(buffer, (int) Math.min(maxLine + 1L, 2L * buffer.length));
    }
    return moved;
  }

  private void fill() throws IOException {
    int count = in.read(buffer, limit, buffer.length - limit);
    if (count < 0) {
      ended = true;
    } else {
      limit += count;
    }
  }

  /** Keeps the beginning of the line where it is and reads on after it until the line ends. */
  private void passOverRest() throws IOException {
    byte[] rest = new byte[INITIAL];
    int kept = limit;
    while (true) {
      int count = in.read(rest, 0, rest.length);
      if (count < 0) {
        ended = true;
        finish(kept, kept);
        return;
      }
      for (int i = 0; i < count; i++) {
        if (rest[i] == '\n') {
          keepBehind(kept, rest, i + 1, count);
          return;
        }
      }
    }
  }

  private void keepBehind(int kept, byte[] rest, int from, int to) {
    int length = to - from;
    if (buffer.length < kept + length) {
      buffer = Arrays.copyOf(buffer, kept + INITIAL);
    }
    System.arraycopy(rest, from, buffer, kept, length);
    limit = kept + length;
    finish(kept, kept);
  }
}
