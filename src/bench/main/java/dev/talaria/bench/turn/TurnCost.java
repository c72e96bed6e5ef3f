package dev.talaria.bench.turn;

import dev.talaria.bench.lab.BareDriver;
import dev.talaria.bench.lab.BenchCodex;
import dev.talaria.bench.lab.BenchScript;
import dev.talaria.bench.lab.OwnProcessor;
import dev.talaria.bench.lab.Percentiles;
import dev.talaria.bench.lab.Spending;
import dev.talaria.protocol.v2.AskForApproval;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.TurnInput;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a turn costs with Talaria, with a bare driver and with one {@code codex exec} each: one of
 * each after the other, on children and homes of their own, with scripted models in other
 * processes.
 *
 * <p>Not thread-safe.
 */
final class TurnCost {

  private static final String WORDS = "one two three four five six seven eight nine ten ".repeat(5);
  private static final String PROMPT = "say the numbers";

  private static final OwnProcessor OWN = new OwnProcessor();

  /** What turns of one kind cost: their time, and that of this process and Codex's processors. */
  static final class Cost {
    final Percentiles wall = new Percentiles(1_000_000);
    final Percentiles own = new Percentiles(1_000_000);
    final Percentiles codex = new Percentiles(0);
  }

  /**
   * What was measured.
   *
   * @param listening with a listener for everything
   * @param silent with no listener
   * @param bare of the bare driver
   * @param again of another bare driver: what two of the same differ by is noise
   * @param exec of one process each
   */
  record Outcome(Cost listening, Cost silent, Cost bare, Cost again, Cost exec) {

    private Outcome() {
      this(new Cost(), new Cost(), new Cost(), new Cost(), new Cost());
    }
  }

  private TurnCost() {}

  /** Receives all of a turn. */
  static final class Listener implements TurnListener {
    private long characters;

    @Override
    public void onTextDelta(String itemId, String delta) {
      characters += delta.length();
    }
  }

  /**
   * Runs turns of each kind.
   *
   * @param rounds each on children and homes of its own: children of the same kind differ
   * @param warmUp turns of each kind and round that do not count
   * @param turns of each kind and round that do
   * @param sent what Talaria sends
   */
  static Outcome measure(
      Path executable, int rounds, int warmUp, int turns, int execs, List<String> sent)
      throws Exception {
    Outcome outcome = new Outcome();
    for (int round = 0; round < rounds; round++) {
      round(executable, warmUp, turns, withPrompt(sent), outcome);
    }
    try (BenchCodex bench = bench(executable)) {
      for (int done = 0; done < execs; done++) {
        one(bench, outcome.exec(), () -> bench.exec(PROMPT, WORDS));
      }
    }
    return outcome;
  }

  private static void round(
      Path executable, int warmUp, int turns, List<String> sent, Outcome outcome) throws Exception {
    try (BenchCodex forListening = bench(executable);
        BenchCodex forSilent = bench(executable);
        BenchCodex forBare = bench(executable);
        BenchCodex forAgain = bench(executable);
        Codex first = Codex.launch(forListening.options());
        Codex second = Codex.launch(forSilent.options());
        CodexSession listening =
            first.openSession(
                forListening.session().approvalPolicy(AskForApproval.Name.ON_REQUEST).build());
        CodexSession silent =
            second.openSession(
                forSilent.session().approvalPolicy(AskForApproval.Name.ON_REQUEST).build());
        BareDriver bare = new BareDriver(forBare.bare("app-server"), sent);
        BareDriver again = new BareDriver(forAgain.bare("app-server"), sent)) {
      String bareThread = bare.open();
      String againThread = again.open();
      Outcome warming = new Outcome();
      for (int done = 0; done < warmUp + turns; done++) {
        Outcome counted = done < warmUp ? warming : outcome;
        // Each is first, second, third and fourth in turn: what ran before it costs something.
        for (int place = 0; place < 4; place++) {
          switch ((done + place) % 4) {
            case 0 -> one(forListening, counted.listening(), () -> turn(listening, new Listener()));
            case 1 -> one(forBare, counted.bare(), () -> bare.turn(bareThread));
            case 2 -> one(forSilent, counted.silent(), () -> turn(silent, TurnListener.NONE));
            default -> one(forAgain, counted.again(), () -> again.turn(againThread));
          }
        }
      }
    }
  }

  static BenchCodex bench(Path executable) throws IOException {
    return new BenchCodex(executable, BenchScript.always(WORDS));
  }

  /** The words of the turn do not matter, their number does. */
  private static List<String> withPrompt(List<String> sent) {
    return sent.stream().map(line -> line.replace("\"run it\"", '"' + PROMPT + '"')).toList();
  }

  static void turn(CodexSession session, TurnListener listener) {
    TurnResult result = session.runTurn(TurnInput.of(PROMPT), listener);
    if (result.status() != TurnStatus.COMPLETED) {
      throw new IllegalStateException("the turn failed: " + result);
    }
  }

  static void one(BenchCodex bench, Cost cost, Spending.Work turn) throws Exception {
    long children = bench.processorNanos();
    OWN.sinceLastLook();
    long start = System.nanoTime();
    turn.run();
    long took = System.nanoTime() - start;
    long own = OWN.sinceLastLook();
    cost.own.add(own);
    cost.wall.add(took);
    cost.codex.add(bench.processorNanos() - children);
  }
}
