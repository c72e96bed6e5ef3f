package dev.talaria.codex.process;

import dev.talaria.base.DaemonThreads;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drains a child's output for as long as it comes and remembers its last lines.
 *
 * <p>A daemon thread of its own reads, so that the child never blocks on a full pipe; what is
 * remembered may be asked for from any thread. Memory is bounded: {@value #LINES} lines of at most
 * {@value #LINE_BYTES} bytes each. Colours, other control characters and blank lines are left out,
 * bytes that are not UTF-8 become U+FFFD.
 */
public final class OutputTail {

  static final int LINES = 500;
  static final int LINE_BYTES = 2_000;

  private static final Logger LOG = LoggerFactory.getLogger(OutputTail.class);
  private static final String CUT = "…";

  /** CSI sequences, OSC strings, two-character escapes, then any other control character. */
  private static final Pattern CONTROL =
      Pattern.compile(
          "\\u001B\\[[0-?]*+[ -/]*+[@-~]"
              + "|\\u001B\\][^\\u0007\\u001B]*+(?:\\u0007|\\u001B\\\\)?"
              + "|\\u001B[ -/]*+[0-Z\\\\^-~]?"
              + "|[\\p{Cntrl}&&[^\\t]]");

  private final Deque<String> lines = new ArrayDeque<>();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean cut;
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  private OutputTail() {}

  /** Starts to drain {@code in} on a daemon thread of the given name. */
  public static OutputTail of(InputStream in, String threadName) {
    OutputTail tail = new OutputTail();
    DaemonThreads.named(threadName).newThread(() -> tail.drain(in, threadName)).start();
    return tail;
  }

  /** Completes when there is nothing left to read. */
  CompletableFuture<Void> end() {
    return end;
  }

  /** Waits until everything has been read; false if that did not happen in time. */
  boolean awaitEnd(Duration limit) {
    try {
      end.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("an output is not at its end after {} ms", limit.toMillis(), e);
    }
    return end.isDone();
  }

  /** The last lines, oldest first; the last one may still be unfinished. */
  synchronized List<String> lines() {
    List<String> result = new ArrayList<>(lines);
    String unfinished = readable();
    if (!unfinished.isBlank()) {
      result.add(unfinished);
    }
    return result.subList(Math.max(0, result.size() - LINES), result.size());
  }

  private void drain(InputStream in, String name) {
    byte[] chunk = new byte[8_192];
    try {
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        take(chunk, n);
      }
    } catch (IOException e) {
      LOG.debug("{} ends early", name, e);
    } finally {
      end.complete(null);
    }
  }

  private synchronized void take(byte[] chunk, int length) {
    for (int i = 0; i < length; i++) {
      byte b = chunk[i];
      if (b == '\n' || b == '\r') {
        finishLine();
      } else if (line.size() < LINE_BYTES) {
        line.write(b);
      } else {
        cut = true;
      }
    }
  }

  private void finishLine() {
    String finished = readable();
    line.reset();
    cut = false;
    if (finished.isBlank()) {
      return;
    }
    if (lines.size() == LINES) {
      lines.removeFirst();
    }
    lines.addLast(finished);
  }

  private String readable() {
    String text = line.toString(StandardCharsets.UTF_8);
    return CONTROL.matcher(text).replaceAll("").stripTrailing() + (cut ? CUT : "");
  }
}
