package dev.talaria.bench.turn;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.ThreadMXBean;
import dev.talaria.base.DaemonThreads;
import dev.talaria.bench.lab.Percentiles;
import dev.talaria.bench.lab.Spending;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.listener.TalariaObserver;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends deltas of one turn through a connection, at a rate or as fast as they are read, and
 * measures what happens to them.
 *
 * <p>Not thread-safe: one stream at a time. Each text is its own number, in {@value #DIGITS}
 * digits, so that deltas that were joined can be told apart again.
 */
final class DeltaStream {

  /** The digits of a number. */
  static final int DIGITS = 8;

  private static final int BATCH = 500;
  private static final String BARE = "bench-bare";
  private static final Duration END = Duration.ofMinutes(30);

  /**
   * What a stream came to.
   *
   * @param sent how many deltas were written
   * @param calls how often the listener was called for them
   * @param latency from the arrival of a line to the listener, where a rate was kept
   * @param pipe from the writing of a line to its arrival, where a rate was kept
   * @param allocated bytes, by all threads of Talaria
   * @param processor nanoseconds, of all threads of Talaria
   * @param peakHeap bytes in use at most, as looked at while it ran
   * @param wall from the first line to the end of the turn
   */
  record Outcome(
      long sent,
      long calls,
      Percentiles latency,
      Percentiles pipe,
      long allocated,
      long processor,
      long peakHeap,
      Duration wall) {}

  /** Receives the numbers, checks their order, and takes its time for each call. */
  private static final class Numbers implements TurnListener {

    private final AtomicLongArray arrived;
    private final Percentiles latency;
    private final long workNanos;
    private long heard;
    private long calls;

    Numbers(int timed, Duration work) {
      arrived = new AtomicLongArray(timed);
      latency = new Percentiles(timed);
      workNanos = work.toNanos();
    }

    @Override
    public void onTextDelta(String itemId, String delta) {
      long now = System.nanoTime();
      calls++;
      for (int i = 0; i < delta.length(); i += DIGITS) {
        int number = Integer.parseInt(delta, i, i + DIGITS, 10);
        if (number != heard) {
          throw new IllegalStateException(number + " was received where " + heard + " was due");
        }
        heard++;
        if (number < arrived.length()) {
          latency.add(now - arrived.get(number));
        }
      }
      long end = now + workNanos;
      for (long left = workNanos; left > 0; left = end - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
    }
  }

  private final TalariaObserver[] observers;
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Streams that these watch. */
  DeltaStream(TalariaObserver... observers) {
    this.observers = observers;
  }

  /**
   * Streams deltas to a listener.
   *
   * @param perSecond how many are written in a second; 0 for as many as are read
   * @param work how long the listener takes for each call
   */
  Outcome heard(int count, int perSecond, Duration work) throws Exception {
    Numbers numbers = new Numbers(perSecond > 0 ? count : 0, work);
    Outcome outcome = run(count, perSecond, numbers, numbers);
    if (numbers.heard != count) {
      throw new IllegalStateException(numbers.heard + " of " + count + " deltas were received");
    }
    return outcome;
  }

  /** Streams deltas that nobody listens to. */
  Outcome unheard(int count, int perSecond) throws Exception {
    return run(count, perSecond, TurnListener.NONE, new Numbers(0, Duration.ZERO));
  }

  /** The least that can receive them: one thread that makes a tree of each line. */
  Outcome bare(int count, int perSecond) throws Exception {
    Numbers numbers = new Numbers(perSecond > 0 ? count : 0, Duration.ZERO);
    Pipe pipe = Pipe.open();
    InputStream in =
        StreamedCodex.arrivals(Channels.newInputStream(pipe.source()), numbers.arrived);
    CompletableFuture<Void> read = new CompletableFuture<>();
    try (OutputStream out = Channels.newOutputStream(pipe.sink())) {
      DaemonThreads.named(BARE)
          .newThread(
              () -> {
                try {
                  readTrees(in, count, numbers);
                  read.complete(null);
                  // Its processor time is looked at while it lives.
                  in.read();
                } catch (IOException | RuntimeException e) {
                  read.completeExceptionally(e);
                }
              })
          .start();
      return measured(
          lines -> out.write(lines.getBytes(StandardCharsets.UTF_8)),
          "thread",
          count,
          perSecond,
          numbers,
          () -> read.get(END.toMillis(), TimeUnit.MILLISECONDS));
    }
  }

  private static void readTrees(InputStream in, int count, Numbers numbers) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (int i = 0; i < count; i++) {
      JsonNode params = WireJson.mapper().readTree(lines.readLine()).path("params");
      numbers.onTextDelta(params.path("itemId").asText(), params.path("delta").asText());
    }
  }

  /** Where lines are written to. */
  @FunctionalInterface
  private interface Sink {
    void write(String lines) throws IOException;
  }

  private Outcome run(int count, int perSecond, TurnListener listener, Numbers numbers)
      throws Exception {
    try (StreamedCodex server = StreamedCodex.timing(numbers.arrived)) {
      server.codex().observe(observers);
      return run(server, count, perSecond, listener, numbers);
    }
  }

  private Outcome run(
      StreamedCodex server, int count, int perSecond, TurnListener listener, Numbers numbers)
      throws Exception {
    try (CodexSession session = server.codex().openSession(SessionOptions.builder().build())) {
      Turn turn = session.startTurn(TurnInput.of("bench"), listener);
      String thread = server.begun();
      return measured(
          server::write,
          thread,
          count,
          perSecond,
          numbers,
          () -> {
            server.write(StreamedCodex.completed(thread));
            TurnResult result = turn.result().get(END.toMillis(), TimeUnit.MILLISECONDS);
            if (result.status() != TurnStatus.COMPLETED) {
              throw new IllegalStateException("the turn failed: " + result.error());
            }
          });
    }
  }

  private Outcome measured(
      Sink sink, String thread, int count, int perSecond, Numbers numbers, Spending.Work end)
      throws Exception {
    long[] before = spent();
    Percentiles pipe = new Percentiles(numbers.arrived.length());
    long[] written = new long[numbers.arrived.length()];
    long start = System.nanoTime();
    long peak =
        perSecond > 0 ? paced(sink, thread, count, perSecond, written) : all(sink, thread, count);
    end.run();
    Duration wall = Duration.ofNanos(System.nanoTime() - start);
    for (int i = 0; i < written.length; i++) {
      pipe.add(numbers.arrived.get(i) - written[i]);
    }
    long[] after = spent();
    return new Outcome(
        count,
        numbers.calls,
        numbers.latency,
        pipe,
        after[0] - before[0],
        after[1] - before[1],
        peak,
        wall);
  }

  private static long paced(Sink sink, String thread, int count, int perSecond, long[] written)
      throws IOException {
    long start = System.nanoTime();
    long peak = 0;
    int sent = 0;
    while (sent < count) {
      long now = System.nanoTime();
      long due = Math.min(count, (now - start) * perSecond / 1_000_000_000L);
      if (sent < due) {
        peak = Math.max(peak, heap());
        StringBuilder lines = new StringBuilder();
        for (; sent < due; sent++) {
          lines.append(numbered(thread, sent));
          if (sent < written.length) {
            written[sent] = now;
          }
        }
        sink.write(lines.toString());
      }
      LockSupport.parkNanos(200_000);
    }
    return peak;
  }

  private static long all(Sink sink, String thread, int count) throws IOException {
    long peak = 0;
    int sent = 0;
    while (sent < count) {
      StringBuilder lines = new StringBuilder();
      for (int to = Math.min(count, sent + BATCH); sent < to; sent++) {
        lines.append(numbered(thread, sent));
      }
      sink.write(lines.toString());
      peak = Math.max(peak, heap());
    }
    return peak;
  }

  private static String numbered(String thread, int number) {
    String digits = Integer.toString(number);
    return StreamedCodex.delta(thread, "msg_2_1", "0".repeat(DIGITS - digits.length()) + digits);
  }

  private static long heap() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** Bytes allocated and nanoseconds of processor time, by the threads of Talaria that live. */
  private long[] spent() {
    long bytes = 0;
    long nanos = 0;
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (thread != null && isOurs(thread.getThreadName())) {
        bytes += Math.max(0, threads.getThreadAllocatedBytes(thread.getThreadId()));
        nanos += Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
      }
    }
    return new long[] {bytes, nanos};
  }

  /** Or of those that carry our virtual threads, or the bare reader. */
  private static boolean isOurs(String thread) {
    return thread.startsWith("talaria-")
        || thread.startsWith("ForkJoinPool-1-worker-")
        || thread.startsWith(BARE);
  }
}
