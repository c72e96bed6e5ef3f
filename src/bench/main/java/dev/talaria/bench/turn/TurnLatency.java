package dev.talaria.bench.turn;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.bench.lab.BenchCodex;
import dev.talaria.bench.lab.BenchScript;
import dev.talaria.bench.lab.Percentiles;
import dev.talaria.bench.lab.TimedCodex;
import dev.talaria.bench.lab.TimedStreams;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.v2.AskForApproval;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.TurnInput;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;

/**
 * From a notification's arrival to the listener, and from an approval's arrival to the answer, on
 * the real Codex: each turn asks for some commands and says a few words.
 *
 * <p>Not thread-safe.
 */
final class TurnLatency {

  private static final int ROOM = 1_000_000;
  private static final String APPROVAL = "item/commandExecution/requestApproval";

  /** So many commands in each turn, one after the other. */
  private static final int COMMANDS = 5;

  private static final int TURNS_A_SESSION = 20;

  private static final String WORDS = "so it was done and this is the result in some words";

  /**
   * What was measured.
   *
   * @param own from the call to the request on the child's stdin, and from the arrival of the
   *     turn's end to the caller: the time of a turn that is not Codex's
   * @param listener from arrival to listener
   * @param approval from arrival to the answer on the child's stdin
   * @param sent what was sent to Codex, for a driver that sends the same
   */
  record Outcome(Percentiles own, Percentiles listener, Percentiles approval, List<String> sent) {}

  /** Notes how long an event took to get here. */
  private record Listener(TimedStreams streams, Percentiles took) implements TurnListener {

    private void heard(String method) {
      long now = System.nanoTime();
      Long arrived = streams.arrivals(method).poll();
      if (arrived == null) {
        throw new IllegalStateException(method + " was told and has not arrived");
      }
      took.add(now - arrived);
    }

    @Override
    public void onStarted(String turnId) {
      heard("turn/started");
    }

    @Override
    public void onItemStarted(Item item) {
      heard("item/started");
    }

    @Override
    public void onItemCompleted(Item item) {
      heard("item/completed");
    }

    @Override
    public void onTextDelta(String itemId, String delta) {
      heard("item/agentMessage/delta");
    }
  }

  /** Runs turns; those before {@code warmUp} are not counted. */
  static Outcome measure(Path executable, int warmUp, int turns) throws IOException {
    String script = BenchScript.approvals(warmUp + turns, COMMANDS, WORDS);
    try (BenchCodex bench = new BenchCodex(executable, script);
        TimedCodex timed = new TimedCodex(bench)) {
      TimedStreams streams = timed.streams();
      Codex codex = timed.codex();
      run(bench, codex, warmUp, new Listener(streams, new Percentiles(ROOM)), new Percentiles(0));
      streams.arrivals(APPROVAL).clear();
      streams.answers().clear();
      Listener listener = new Listener(streams, new Percentiles(ROOM));
      Percentiles own = new Percentiles(ROOM);
      run(bench, codex, turns, listener, own);
      Percentiles approvals = differences(streams.arrivals(APPROVAL), streams.answers());
      if (approvals.count() != turns * COMMANDS) {
        throw new IllegalStateException(
            turns * COMMANDS + " approvals expected, " + approvals.count());
      }
      return new Outcome(own, listener.took(), approvals, streams.sent());
    }
  }

  private static SessionOptions options(BenchCodex bench) {
    return bench
        .session()
        .approvalPolicy(AskForApproval.Name.ON_REQUEST)
        .approvals(ApprovalHandler.of(request -> ApprovalDecision.allow()))
        .build();
  }

  /** Runs turns, in sessions that are short enough for what the model is asked to stay small. */
  private static void run(
      BenchCodex bench, Codex codex, int turns, Listener listener, Percentiles own) {
    for (int from = 0; from < turns; from += TURNS_A_SESSION) {
      try (CodexSession session = codex.openSession(options(bench))) {
        for (int turn = from; turn < Math.min(turns, from + TURNS_A_SESSION); turn++) {
          own.add(run(session, listener));
        }
      }
    }
  }

  /** Nanoseconds of the turn that are not Codex's. */
  private static long run(CodexSession session, Listener listener) {
    long called = System.nanoTime();
    TurnResult result = session.runTurn(TurnInput.of("run it"), listener);
    long returned = System.nanoTime();
    if (result.status() != TurnStatus.COMPLETED || !result.finalText().equals(WORDS)) {
      throw new IllegalStateException("the turn failed: " + result);
    }
    long sent = listener.streams().starts().remove();
    long ended = listener.streams().arrivals("turn/completed").remove();
    return sent - called + returned - ended;
  }

  private static Percentiles differences(Queue<Long> arrivals, Queue<Long> answers) {
    Percentiles took = new Percentiles(ROOM);
    for (Long arrival = arrivals.poll(); arrival != null; arrival = arrivals.poll()) {
      Long answer = answers.poll();
      if (answer != null) {
        took.add(answer - arrival);
      }
    }
    return took;
  }
}
