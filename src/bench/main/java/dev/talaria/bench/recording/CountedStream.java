package dev.talaria.bench.recording;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Counts the bytes and the line feeds that are read from another stream, and tells when their
 * number has doubled.
 *
 * <p>Not thread-safe; the listener is called by the reader.
 */
final class CountedStream extends FilterInputStream {

  private final Runnable doubled;
  private long bytes;
  private long lines;
  private long next;

  /**
   * @param first how many bytes it takes until the listener is called for the first time
   */
  CountedStream(InputStream in, long first, Runnable doubled) {
    super(in);
    this.next = first;
    this.doubled = doubled;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read >= 0) {
      bytes++;
      lines += read == '\n' ? 1 : 0;
    }
    return read;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    int count = super.read(target, from, length);
    if (count > 0) {
      bytes += count;
      for (int i = from; i < from + count; i++) {
        lines += target[i] == '\n' ? 1 : 0;
      }
      if (bytes >= next) {
        next *= 2;
        doubled.run();
      }
    }
    return count;
  }

  long bytes() {
    return bytes;
  }

  long lines() {
    return lines;
  }
}
