package dev.talaria.bench;

import com.sun.management.ThreadMXBean;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.TurnListener;
import dev.talaria.session.TurnResult;
import dev.talaria.session.TurnStatus;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends deltas of one turn through a connection, at a rate or as fast as they are read, and
 * measures what becomes of them.
 *
 * <p>Not thread-safe: one stream at a time. Each text is the time of its writing, in {@value
 * #STAMP} digits, so that deltas that were merged can be told apart again.
 */
final class DeltaStream {

  /** The digits of a time. */
  static final int STAMP = 20;

  private static final int BATCH = 500;
  private static final Duration END = Duration.ofMinutes(10);

  /**
   * What a stream came to.
   *
   * @param sent how many deltas were written
   * @param heard how many the listener got back, merged or not
   * @param calls how often the listener was called for them
   * @param latency from the writing of a line to the listener
   * @param allocated bytes, by all threads of Talaria
   * @param processor nanoseconds, of all threads of Talaria
   * @param peakHeap bytes in use at most, as looked at while it ran
   * @param wall from the first line to the end of the turn
   */
  record Outcome(
      long sent,
      long heard,
      long calls,
      Percentiles latency,
      long allocated,
      long processor,
      long peakHeap,
      Duration wall) {}

  /** Hears the times, and takes its time for each call. */
  private static final class Clock implements TurnListener {

    private final Percentiles latency;
    private final long workNanos;
    private long heard;
    private long calls;

    Clock(int room, Duration work) {
      latency = new Percentiles(room);
      workNanos = work.toNanos();
    }

    @Override
    public void onTextDelta(String itemId, String delta) {
      long now = System.nanoTime();
      calls++;
      for (int i = 0; i + STAMP <= delta.length(); i += STAMP) {
        latency.add(now - Long.parseLong(delta, i, i + STAMP, 10));
        heard++;
      }
      long end = now + workNanos;
      for (long left = workNanos; left > 0; left = end - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
    }
  }

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /**
   * Streams deltas to a listener.
   *
   * @param perSecond how many are written in a second; 0 for as many as are read
   * @param work how long the listener takes for each call
   */
  Outcome heard(int count, int perSecond, Duration work) throws Exception {
    Clock clock = new Clock(count, work);
    return run(count, perSecond, clock, clock);
  }

  /** Streams deltas that nobody listens to. */
  Outcome unheard(int count, int perSecond) throws Exception {
    return run(count, perSecond, TurnListener.NONE, new Clock(1, Duration.ZERO));
  }

  private Outcome run(int count, int perSecond, TurnListener listener, Clock clock)
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    try (StreamedCodex server = new StreamedCodex();
        CodexSession session = server.codex().openSession(SessionOptions.builder().build())) {
      Turn turn = session.startTurn(TurnInput.of("bench"), listener);
      String thread = server.begun();
      long[] before = spent();
      long start = System.nanoTime();
      long peak =
          perSecond > 0 ? paced(server, thread, count, perSecond) : all(server, thread, count);
      server.write(StreamedCodex.completed(thread));
      TurnResult result = turn.result().get(END.toMillis(), TimeUnit.MILLISECONDS);
      Duration wall = Duration.ofNanos(System.nanoTime() - start);
      if (result.status() != TurnStatus.COMPLETED) {
        throw new IllegalStateException("the turn failed: " + result.error());
      }
      long[] after = spent();
      return new Outcome(
          count,
          clock.heard,
          clock.calls,
          clock.latency,
          after[0] - before[0],
          after[1] - before[1],
          peak,
          wall);
    }
  }

  private static long paced(StreamedCodex server, String thread, int count, int perSecond)
      throws IOException {
    long start = System.nanoTime();
    long peak = 0;
    for (int sent = 0; sent < count; ) {
      long due = Math.min(count, (System.nanoTime() - start) * perSecond / 1_000_000_000L);
      if (sent < due) {
        peak = Math.max(peak, heap());
      }
      StringBuilder lines = new StringBuilder();
      for (; sent < due; sent++) {
        lines.append(stamped(thread));
      }
      if (lines.length() > 0) {
        server.write(lines.toString());
      }
      LockSupport.parkNanos(200_000);
    }
    return peak;
  }

  private static long all(StreamedCodex server, String thread, int count) throws IOException {
    long peak = 0;
    for (int sent = 0; sent < count; sent += BATCH) {
      StringBuilder lines = new StringBuilder();
      for (int i = 0; i < Math.min(BATCH, count - sent); i++) {
        lines.append(stamped(thread));
      }
      server.write(lines.toString());
      peak = Math.max(peak, heap());
    }
    return peak;
  }

  private static String stamped(String thread) {
    String digits = Long.toString(System.nanoTime());
    return StreamedCodex.delta(thread, "msg_2_1", "0".repeat(STAMP - digits.length()) + digits);
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
      if (thread != null && thread.getThreadName().startsWith("talaria-")) {
        bytes += Math.max(0, threads.getThreadAllocatedBytes(thread.getThreadId()));
        nanos += Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
      }
    }
    return new long[] {bytes, nanos};
  }
}
