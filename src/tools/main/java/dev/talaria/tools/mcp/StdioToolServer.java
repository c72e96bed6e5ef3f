package dev.talaria.tools.mcp;

import dev.talaria.base.ByteLines;
import dev.talaria.tools.ToolRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves tools over MCP on two streams, with one JSON message on each line.
 *
 * <p>Belongs to the thread that calls {@link #serve}; calls run on others at the same time. A line
 * that is not a message is answered with an error and the session continues.
 */
public final class StdioToolServer {

  /** The longest line that is read; a longer one is answered with an error. */
  private static final int LONGEST_LINE = 8 << 20;

  /** How long calls may continue when the input has ended, so that their answers are not lost. */
  private static final int GRACE_SECONDS = 5;

  private static final Logger log = LoggerFactory.getLogger(StdioToolServer.class);

  private final OutputStream out;
  private final Phaser unanswered = new Phaser(1);
  private volatile boolean gone;

  private StdioToolServer(OutputStream out) {
    this.out = out;
  }

  /**
   * Serves until the input ends or the output is closed; then calls that still run have five
   * seconds. Blocks.
   *
   * @param tools what it serves
   * @param in lines of at most 8 MiB; not closed
   * @param out flushed after each message; not closed
   * @throws IOException if the input cannot be read
   */
  public static void serve(ToolRegistry tools, InputStream in, OutputStream out)
      throws IOException {
    StdioToolServer server = new StdioToolServer(out);
    try (McpEndpoint endpoint = new McpEndpoint(tools)) {
      server.read(new ByteLines(in, LONGEST_LINE), endpoint);
      server.finish();
    }
  }

  private void read(ByteLines lines, McpEndpoint endpoint) throws IOException {
    while (!gone && lines.next()) {
      if (lines.isBlank()) {
        continue;
      }
      if (lines.isCut()) {
        write(McpEndpoint.unreadable("the line is longer than " + LONGEST_LINE + " bytes"));
        continue;
      }
      byte[] message =
          Arrays.copyOfRange(lines.buffer(), lines.start(), lines.start() + lines.length());
      unanswered.register();
      endpoint
          .answer("", message)
          .whenComplete(
              (answer, error) -> {
                try {
                  if (error == null) {
                    answer.ifPresent(this::write);
                  } else {
                    log.warn("a message got no answer: {}", error.getClass().getName());
                  }
                } finally {
                  unanswered.arriveAndDeregister();
                }
              });
    }
  }

  private synchronized void write(byte[] answer) {
    if (gone) {
      return;
    }
    try {
      out.write(answer);
      out.write('\n');
      out.flush();
    } catch (IOException e) {
      gone = true;
      log.info("the answers are no longer read: {}", e.getMessage());
    }
  }

  private void finish() {
    try {
      unanswered.awaitAdvanceInterruptibly(unanswered.arrive(), GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      log.info("the input has ended; calls that are still running are stopped");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
