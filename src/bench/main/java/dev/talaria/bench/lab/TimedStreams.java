package dev.talaria.bench.lab;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The two streams of a child, with the time at which each message went by.
 *
 * <p>A line arrives when the read that brought its end returns, and is sent when the write that it
 * was part of has returned. One thread reads, one writes, any thread may ask.
 */
public final class TimedStreams {

  private static final int PEEK = 96;

  private final Map<String, Queue<Long>> arrivals = new ConcurrentHashMap<>();
  private final Queue<Long> answers = new ConcurrentLinkedQueue<>();
  private final Queue<Long> starts = new ConcurrentLinkedQueue<>();
  private final Queue<String> sent = new ConcurrentLinkedQueue<>();

  /** What the child says, timed. */
  public InputStream in(InputStream from) {
    return new Arrivals(from);
  }

  /** What is said to the child, timed. */
  public OutputStream out(OutputStream to) {
    return new Departures(to);
  }

  /** When the messages of a method arrived, without those that were already looked at. */
  public Queue<Long> arrivals(String method) {
    return arrivals.computeIfAbsent(method, any -> new ConcurrentLinkedQueue<>());
  }

  /** When answers to approvals were sent, without those that were already looked at. */
  public Queue<Long> answers() {
    return answers;
  }

  /** When requests to start a turn were sent, without those that were already looked at. */
  public Queue<Long> starts() {
    return starts;
  }

  /** Every message that was sent so far. */
  public List<String> sent() {
    return List.copyOf(sent);
  }

  private final class Arrivals extends FilterInputStream {

    private final byte[] beginning = new byte[PEEK];
    private int length;

    Arrivals(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] buffer, int from, int room) throws IOException {
      int count = super.read(buffer, from, room);
      long now = System.nanoTime();
      for (int i = from; i < from + count; i++) {
        if (buffer[i] == '\n') {
          lineEnded(now);
          length = 0;
        } else if (length < PEEK) {
          beginning[length++] = buffer[i];
        }
      }
      return count;
    }

    private void lineEnded(long now) {
      String line = new String(beginning, 0, length, StandardCharsets.UTF_8);
      int method = line.indexOf("\"method\":\"");
      if (method >= 0) {
        int from = method + 10;
        int to = line.indexOf('"', from);
        arrivals(to < 0 ? line.substring(from) : line.substring(from, to)).add(now);
      }
    }
  }

  private final class Departures extends FilterOutputStream {

    private final StringBuilder line = new StringBuilder();

    Departures(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] buffer, int from, int length) throws IOException {
      out.write(buffer, from, length);
      out.flush();
      long now = System.nanoTime();
      line.append(new String(buffer, from, length, StandardCharsets.UTF_8));
      for (int feed = line.indexOf("\n"); feed >= 0; feed = line.indexOf("\n")) {
        String message = line.substring(0, feed);
        line.delete(0, feed + 1);
        sent.add(message);
        if (message.contains("\"decision\"")) {
          answers.add(now);
        } else if (message.contains("\"turn/start\"")) {
          starts.add(now);
        }
      }
    }
  }
}
