package dev.talaria.bench.turn;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.base.DaemonThreads;
import dev.talaria.bench.lab.Percentiles;
import dev.talaria.bench.lab.TimedStreams;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.TurnInput;
import dev.talaria.session.listener.TurnListener;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Approvals of turns through a pipe, and how soon their answers are written: one after the other,
 * some at a time, and many that wait for a host that thinks.
 *
 * <p>Not thread-safe.
 */
final class ApprovalStream {

  /** Between an answer and the next request, so that all threads sleep as they do in a turn. */
  private static final Duration PAUSE = Duration.ofMillis(1);

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private ApprovalStream() {}

  /**
   * Asks a session after another.
   *
   * @param sessions how many approvals are pending at a time, one in each
   * @param rounds how often each is asked
   * @param uncounted how many rounds come before
   * @return from the arrival of a request to the return of the write that held its answer; of
   *     requests at a time, the n-th answer counts for the n-th request
   */
  static Percentiles talaria(int sessions, int rounds, int uncounted)
      throws IOException, InterruptedException {
    TimedStreams streams = new TimedStreams();
    try (StreamedCodex server = new StreamedCodex(streams::in, streams::out)) {
      ApprovalHandler allow = ApprovalHandler.of(request -> ApprovalDecision.allow());
      List<String> threads = open(server, sessions, allow);
      Percentiles took = new Percentiles(sessions * rounds);
      int id = 0;
      for (int round = -uncounted; round < rounds; round++) {
        StringBuilder lines = new StringBuilder();
        for (String thread : threads) {
          lines.append(StreamedCodex.approval(thread, id++));
        }
        server.write(lines.toString());
        await(streams.answers(), sessions);
        Queue<Long> arrivals = streams.arrivals(StreamedCodex.APPROVAL);
        for (int i = 0; i < sessions; i++) {
          long nanos = streams.answers().remove() - arrivals.remove();
          if (round >= 0) {
            took.add(nanos);
          }
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
      finish(server, threads);
      return took;
    }
  }

  /** The least that can answer: one thread that reads a line and writes. */
  static Percentiles bare(int rounds, int uncounted) throws IOException, InterruptedException {
    TimedStreams streams = new TimedStreams();
    Pipe requests = Pipe.open();
    Pipe answers = Pipe.open();
    InputStream in = streams.in(Channels.newInputStream(requests.source()));
    OutputStream out = streams.out(Channels.newOutputStream(answers.sink()));
    Thread hearer =
        DaemonThreads.named("bench-received")
            .newThread(() -> readAll(Channels.newInputStream(answers.source())));
    hearer.start();
    DaemonThreads.named("bench-bare").newThread(() -> answerAll(in, out)).start();
    Percentiles took = new Percentiles(rounds);
    try (OutputStream ask = Channels.newOutputStream(requests.sink())) {
      for (int round = -uncounted; round < rounds; round++) {
        ask.write(StreamedCodex.approval("thread", round).getBytes(StandardCharsets.UTF_8));
        await(streams.answers(), 1);
        long nanos = streams.answers().remove() - streams.arrivals(StreamedCodex.APPROVAL).remove();
        if (round >= 0) {
          took.add(nanos);
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
    hearer.join(PATIENCE.toMillis());
    return took;
  }

  /**
   * Asks many sessions whose handlers block until all of them were asked.
   *
   * @return the platform threads that there are more than before, once all wait
   */
  static int waiting(int sessions) throws IOException, InterruptedException {
    TimedStreams streams = new TimedStreams();
    CountDownLatch asked = new CountDownLatch(sessions);
    CountDownLatch decided = new CountDownLatch(1);
    try (StreamedCodex server = new StreamedCodex(streams::in, streams::out)) {
      List<String> threads = open(server, sessions, new Thinking(asked, decided));
      int before = ManagementFactory.getThreadMXBean().getThreadCount();
      int id = 0;
      for (String thread : threads) {
        server.write(StreamedCodex.approval(thread, id++));
      }
      if (!asked.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException(asked.getCount() + " questions never reached the host");
      }
      int more = ManagementFactory.getThreadMXBean().getThreadCount() - before;
      decided.countDown();
      await(streams.answers(), sessions);
      finish(server, threads);
      return more;
    }
  }

  /** A host that thinks until everybody was asked. */
  private record Thinking(CountDownLatch asked, CountDownLatch decided) implements ApprovalHandler {

    @Override
    public CompletionStage<ApprovalDecision> decide(ApprovalRequest request) {
      asked.countDown();
      try {
        decided.await();
        return CompletableFuture.completedFuture(ApprovalDecision.allow());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return CompletableFuture.failedFuture(e);
      }
    }
  }

  private static List<String> open(StreamedCodex server, int sessions, ApprovalHandler handler)
      throws InterruptedException {
    SessionOptions options = SessionOptions.builder().approvals(handler).build();
    List<String> threads = new ArrayList<>();
    for (int i = 0; i < sessions; i++) {
      CodexSession session = server.codex().openSession(options);
      session.startTurn(TurnInput.of("bench"), TurnListener.NONE);
      threads.add(server.begun());
    }
    return threads;
  }

  private static void finish(StreamedCodex server, List<String> threads) throws IOException {
    for (String thread : threads) {
      server.write(StreamedCodex.completed(thread));
    }
  }

  private static void await(Queue<Long> answers, int count) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (answers.size() < count) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("only " + answers.size() + " of " + count + " answers");
      }
      LockSupport.parkNanos(100_000);
    }
  }

  private static void answerAll(InputStream in, OutputStream out) {
    try (out;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int id = line.indexOf("\"id\":") + 5;
        String answer =
            "{\"id\":"
                + line.substring(id, line.indexOf(',', id))
                + ",\"result\":{\"decision\":\"accept\"}}\n";
        out.write(answer.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new IllegalStateException("the bare reader failed", e);
    }
  }

  private static void readAll(InputStream in) {
    try (in) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new IllegalStateException("the answers could not be read", e);
    }
  }
}
