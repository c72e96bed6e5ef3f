package dev.talaria.bench.turn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.DaemonThreads;
import dev.talaria.codex.CodexOptions;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.session.Codex;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.UnaryOperator;

/**
 * The place of an app-server, behind two pipes of the system: it names threads and turns, and what
 * it reports about them is written by the benchmark, at the rate that the benchmark wants.
 *
 * <p>The lines have the form of Codex 0.169.0. One thread reads; {@link #write} may be called by
 * one thread at a time.
 */
final class StreamedCodex implements AutoCloseable {

  /** The method of {@link #approval}. */
  static final String APPROVAL = "item/commandExecution/requestApproval";

  /** The replies to initialize, thread/start and turn/start come first. */
  private static final int NOT_DELTAS = -3;

  private final Pipe toClient;
  private final Pipe toServer;
  private final OutputStream out;
  private final BlockingQueue<String> turns = new LinkedBlockingQueue<>();
  private final Codex codex;
  private int threads;

  /**
   * @param from what the connection reads from, for one who wants to know when
   * @param to what it writes to
   */
  StreamedCodex(UnaryOperator<InputStream> from, UnaryOperator<OutputStream> to)
      throws IOException {
    toClient = Pipe.open();
    toServer = Pipe.open();
    out = Channels.newOutputStream(toClient.sink());
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Channels.newInputStream(toServer.source()), StandardCharsets.UTF_8));
    DaemonThreads.named("bench-codex").newThread(() -> serve(in)).start();
    codex =
        Codex.connect(
            from.apply(Channels.newInputStream(toClient.source())),
            to.apply(Channels.newOutputStream(toServer.sink())),
            CodexOptions.defaults());
  }

  /**
   * For deltas that nobody answers.
   *
   * @param arrived gets the time at which the read returned that brought the end of a delta's line,
   *     as far as it has room
   */
  static StreamedCodex timing(AtomicLongArray arrived) throws IOException {
    return new StreamedCodex(in -> new Arrivals(in, arrived, NOT_DELTAS), out -> out);
  }

  /** A stream of nothing but deltas, timed in the same way. */
  static InputStream arrivals(InputStream in, AtomicLongArray arrived) {
    return new Arrivals(in, arrived, 0);
  }

  /** Notes when deltas arrive; every line from the first one on counts as one. */
  private static final class Arrivals extends FilterInputStream {

    private final AtomicLongArray arrived;
    private int next;

    Arrivals(InputStream in, AtomicLongArray arrived, int next) {
      super(in);
      this.next = next;
      this.arrived = arrived;
    }

    @Override
    public int read(byte[] buffer, int from, int room) throws IOException {
      int count = super.read(buffer, from, room);
      if (next < arrived.length()) {
        long now = System.nanoTime();
        for (int i = from; i < from + count && next < arrived.length(); i++) {
          if (buffer[i] == '\n') {
            if (next >= 0) {
              arrived.lazySet(next, now);
            }
            next++;
          }
        }
      }
      return count;
    }
  }

  Codex codex() {
    return codex;
  }

  private void serve(BufferedReader in) {
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        JsonNode request = WireJson.mapper().readTree(line);
        switch (request.path("method").asText("")) {
          case "initialize" -> reply(request, "{\"userAgent\":\"bench/0.169.0 (bench)\"}");
          case "thread/start" -> reply(request, "{\"thread\":{\"id\":\"" + newThread() + "\"}}");
          case "turn/start" -> {
            String thread = request.path("params").path("threadId").asText();
            reply(request, "{\"turn\":{\"id\":\"" + turnOf(thread) + "\"}}");
            turns.add(thread);
          }
          case "thread/unsubscribe" -> reply(request, "{}");
          default -> {
            // Nothing else of ours needs an answer.
          }
        }
      }
    } catch (IOException e) {
      turns.add("");
    }
  }

  private String newThread() {
    return String.format("01a1fddf-2e17-70c2-9f95-%012d", threads++);
  }

  private static String turnOf(String thread) {
    return thread.replace("-70c2-", "-78d0-");
  }

  private void reply(JsonNode request, String result) throws IOException {
    write(
        ("{\"id\":" + request.path("id") + ",\"result\":" + result + "}\n")
            .getBytes(StandardCharsets.UTF_8));
  }

  /** The thread whose turn began last; waits for one. */
  String begun() throws InterruptedException {
    String thread = turns.poll(10, TimeUnit.SECONDS);
    if (thread == null || thread.isEmpty()) {
      throw new IllegalStateException("no turn was started");
    }
    return thread;
  }

  /** A line of {@code item/agentMessage/delta}; the text is written as it is. */
  static String delta(String thread, String item, String text) {
    return "{\"method\":\"item/agentMessage/delta\",\"params\":{\"threadId\":\""
        + thread
        + "\",\"turnId\":\""
        + turnOf(thread)
        + "\",\"itemId\":\""
        + item
        + "\",\"delta\":\""
        + text
        + "\"},\"emittedAtMs\":1795260624623}\n";
  }

  /** A line that asks whether a command may run. */
  static String approval(String thread, int id) {
    return """
    {"method":"%s","id":%d,"params":{"kind":"command","threadId":"%s","turnId":"%s",\
    "itemId":"call_1_1","startedAtMs":1795260624025,"environmentId":"local",\
    "reason":"May I?","command":"/bin/bash -lc 'cat made.txt'","cwd":"/",\
    "commandActions":[{"type":"unknown","command":"cat made.txt"}],\
    "proposedExecpolicyAmendment":["/bin/bash","-lc","cat made.txt"],\
    "availableDecisions":["accept","cancel"]}}
    """
        .formatted(APPROVAL, id, thread, turnOf(thread));
  }

  /** The line that ends the turn of a thread. */
  static String completed(String thread) {
    return """
    {"method":"turn/completed","params":{"threadId":"%s","turn":{"id":"%s","items":[],\
    "status":"completed","error":null}}}
    """
        .formatted(thread, turnOf(thread));
  }

  void write(String lines) throws IOException {
    write(lines.getBytes(StandardCharsets.UTF_8));
  }

  synchronized void write(byte[] lines) throws IOException {
    out.write(lines);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    codex.close();
    out.close();
    toServer.source().close();
  }
}
