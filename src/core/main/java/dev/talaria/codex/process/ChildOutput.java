package dev.talaria.codex.process;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;

/**
 * A child's stdout that tells when it has been read to its end.
 *
 * <p>Read by one thread, as any input stream. Once it has been read to its end, or the child has
 * been given up ({@link #release}), the stream may be closed underneath its reader: that is its end
 * then, not a failure.
 */
final class ChildOutput extends FilterInputStream {

  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private volatile boolean released;
  private volatile boolean ended;

  ChildOutput(InputStream in) {
    super(in);
  }

  /** Completes at the end of the stream, when reading fails, or when the reader closes it. */
  CompletableFuture<Void> end() {
    return end;
  }

  void release() {
    released = true;
  }

  @Override
  public int read() throws IOException {
    try {
      return noteEnd(in.read());
    } catch (IOException e) {
      return failed(e);
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      return noteEnd(in.read(buffer, offset, length));
    } catch (IOException e) {
      return failed(e);
    }
  }

  @Override
  public void close() throws IOException {
    end.complete(null);
    super.close();
  }

  private int noteEnd(int result) {
    if (result < 0) {
      ended = true;
      end.complete(null);
    }
    return result;
  }

  private int failed(IOException cause) throws IOException {
    end.complete(null);
    if (released || ended) {
      return -1;
    }
    throw cause;
  }
}
