package dev.talaria.bench;

import dev.talaria.protocol.AskForApproval;
import dev.talaria.protocol.SandboxMode;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.TurnInput;
import dev.talaria.session.TurnListener;
import dev.talaria.session.TurnResult;
import dev.talaria.session.TurnStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a turn costs with Talaria, with a bare driver and with one {@code codex exec} each: one of
 * each after the other, on children of their own, with one scripted model in another process.
 *
 * <p>Not thread-safe.
 */
final class TurnCost {

  private static final String WORDS = "one two three four five six seven eight nine ten ".repeat(5);
  private static final String PROMPT = "say the numbers";

  private static final OwnProcessor OWN = new OwnProcessor();

  /** Adds up what turns of one kind cost. */
  static final class Cost {
    final Percentiles wall = new Percentiles(1_000_000);
    final Percentiles own = new Percentiles(1_000_000);
    private long wallNanos;
    private long ownNanos;
    private long childNanos;

    /** Milliseconds a turn, on the average. */
    double wallMillis() {
      return wallNanos / 1e6 / wall.count();
    }

    /** Milliseconds of this process a turn. */
    double ownMillis() {
      return ownNanos / 1e6 / wall.count();
    }

    /** Milliseconds of all Codex processes a turn. */
    double childMillis() {
      return childNanos / 1e6 / wall.count();
    }
  }

  /** One turn. */
  private interface OneTurn {
    void run() throws IOException, InterruptedException;
  }

  /**
   * What was measured.
   *
   * @param heard with a listener for everything
   * @param unheard with no listener
   * @param bare of the bare driver
   * @param exec of one process each
   */
  record Outcome(Cost heard, Cost unheard, Cost bare, Cost exec) {}

  private TurnCost() {}

  /** Hears all of a turn. */
  private static final class Listener implements TurnListener {
    private long characters;

    @Override
    public void onTextDelta(String itemId, String delta) {
      characters += delta.length();
    }
  }

  /**
   * Runs turns of each kind.
   *
   * @param sent what Talaria sends
   */
  static Outcome measure(Path executable, int warmUp, int turns, int execs, List<String> sent)
      throws IOException, InterruptedException {
    try (BenchCodex bench = new BenchCodex(executable, BenchScript.always(WORDS));
        Codex codex = Codex.launch(bench.options());
        Codex second = Codex.launch(bench.options());
        CodexSession heardSession = codex.openSession(options(bench));
        CodexSession unheardSession = second.openSession(options(bench));
        BareDriver driver = new BareDriver(bench.bare("app-server"), withPrompt(sent))) {
      Outcome outcome = new Outcome(new Cost(), new Cost(), new Cost(), new Cost());
      OneTurn heard = () -> turn(heardSession, new Listener());
      OneTurn unheard = () -> turn(unheardSession, TurnListener.NONE);
      Outcome warming = new Outcome(new Cost(), new Cost(), new Cost(), new Cost());
      for (int done = 0; done < warmUp + turns; done++) {
        Outcome counted = done < warmUp ? warming : outcome;
        // Each is first, second and third in turn: what it comes behind costs something, too.
        for (int place = 0; place < 3; place++) {
          switch ((done + place) % 3) {
            case 0 -> one(bench, counted.heard(), heard);
            case 1 -> one(bench, counted.bare(), driver::turn);
            default -> one(bench, counted.unheard(), unheard);
          }
        }
      }
      ExecEach exec = new ExecEach(bench, PROMPT, WORDS);
      for (int done = 0; done < execs; done++) {
        one(bench, outcome.exec(), exec::turn);
      }
      return outcome;
    }
  }

  /** The words of the turn do not matter, their number does. */
  private static List<String> withPrompt(List<String> sent) {
    return sent.stream().map(line -> line.replace("\"run it\"", '"' + PROMPT + '"')).toList();
  }

  private static SessionOptions options(BenchCodex bench) {
    return SessionOptions.builder()
        .cwd(bench.workspace())
        .sandbox(SandboxMode.READ_ONLY)
        .approvalPolicy(AskForApproval.ON_REQUEST)
        .build();
  }

  private static void turn(CodexSession session, TurnListener listener) {
    TurnResult result = session.runTurn(TurnInput.of(PROMPT), listener);
    if (result.status() != TurnStatus.COMPLETED) {
      throw new IllegalStateException("the turn failed: " + result);
    }
  }

  private static void one(BenchCodex bench, Cost cost, OneTurn turn)
      throws IOException, InterruptedException {
    long children = bench.processorNanos();
    OWN.sinceLastLook();
    long start = System.nanoTime();
    turn.run();
    long took = System.nanoTime() - start;
    long own = OWN.sinceLastLook();
    cost.own.add(own);
    cost.ownNanos += own;
    cost.wall.add(took);
    cost.wallNanos += took;
    cost.childNanos += bench.processorNanos() - children;
  }
}
