package dev.talaria.bench;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes and the line feeds that are read from another stream. Not thread-safe. */
final class CountedStream extends FilterInputStream {

  private long bytes;
  private long lines;

  CountedStream(InputStream in) {
    super(in);
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
