package dev.talaria.rpc.transport;

import dev.talaria.base.ByteLines;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * One message per line over two byte streams, such as those of a child process.
 *
 * <p>Owns neither stream: it closes the output when it is finished, and reads the input until the
 * other side closes that.
 */
public final class StdioTransport implements Transport {

  /** 64 MiB: the longest line that Codex is known to need is far below. */
  public static final int DEFAULT_MAX_LINE_BYTES = 64 * 1024 * 1024;

  private final ByteLines lines;
  private final OutputStream out;

  public StdioTransport(InputStream in, OutputStream out) {
    this(in, out, DEFAULT_MAX_LINE_BYTES);
  }

  /**
   * With a limit.
   *
   * @param maxLineBytes the longest line that is received whole
   */
  public StdioTransport(InputStream in, OutputStream out, int maxLineBytes) {
    this.lines = new ByteLines(in, maxLineBytes);
    this.out = new BufferedOutputStream(out);
  }

  @Override
  public String name() {
    return "stdio";
  }

  @Override
  public int largestMessage() {
    return Integer.MAX_VALUE;
  }

  @Override
  public ReceivedMessage receive() throws IOException {
    while (lines.next()) {
      if (lines.isCut() || !lines.isBlank()) {
        return new ReceivedMessage(lines.buffer(), lines.start(), lines.length(), lines.isCut());
      }
    }
    return null;
  }

  @Override
  public void send(byte[] message) throws IOException {
    out.write(message);
    out.write('\n');
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void finish() throws IOException {
    out.close();
  }
}
