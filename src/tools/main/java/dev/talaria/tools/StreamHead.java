package dev.talaria.tools;

import dev.talaria.base.TalariaException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;

/**
 * The beginning of what a program writes; the rest is read and dropped, so that the program can go
 * on.
 *
 * <p>One thread runs it to the end of the stream; others may ask for what is there already.
 */
final class StreamHead implements Runnable {

  private final InputStream stream;
  private final int most;
  private final ByteArrayOutputStream head = new ByteArrayOutputStream();

  /** Completes at the end of the stream, and with an exception if it cannot be read. */
  final CompletableFuture<Void> end = new CompletableFuture<>();

  /**
   * @param most how many bytes are kept
   */
  StreamHead(InputStream stream, int most) {
    this.stream = stream;
    this.most = most;
  }

  @Override
  public void run() {
    byte[] buffer = new byte[8192];
    try (stream) {
      for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
        keep(buffer, count);
      }
      end.complete(null);
    } catch (IOException e) {
      end.completeExceptionally(new TalariaException("its program's output could not be read", e));
    }
  }

  private synchronized void keep(byte[] buffer, int count) {
    head.write(buffer, 0, Math.min(count, most - head.size()));
  }

  /** What was read until now. */
  synchronized byte[] bytes() {
    return head.toByteArray();
  }
}
