package dev.talaria.bench;

import dev.talaria.bench.lab.AtOnce;
import dev.talaria.bench.lab.BenchCodex;
import dev.talaria.bench.lab.BenchScript;
import dev.talaria.bench.lab.BenchTable;
import dev.talaria.bench.lab.OwnProcessor;
import dev.talaria.bench.lab.Percentiles;
import dev.talaria.bench.lab.Spending;
import dev.talaria.bench.lab.TimedCodex;
import dev.talaria.bench.lab.TimedStreams;
import dev.talaria.llm.CodexLlmRuntime;
import dev.talaria.llm.ModelSlots;
import dev.talaria.llm.Role;
import dev.talaria.llm.TextRequest;
import dev.talaria.session.Codex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a text call of a model costs on one warm child, beside a bare driver on another one and one
 * {@code codex exec} each.
 *
 * <p>Runs on the calling thread, with callers of its own, and takes minutes. The ways take turns,
 * each first, second and third in its turn.
 */
public final class CallsComparison {

  private static final String PROMPT = "say ok";
  private static final String ANSWER = "ok";

  /**
   * How much of each.
   *
   * @param calls in a round, of each way
   * @param atOnce how many of them are open at a time
   * @param warmUp rounds that are not counted, on the two warm children
   * @param rounds rounds that are
   */
  public record Size(int calls, int atOnce, int warmUp, int rounds) {

    /** Checks them. */
    public Size {
      if (calls < 1 || atOnce < 1 || warmUp < 0 || rounds < 1) {
        throw new IllegalArgumentException(
            "calls, calls at a time and rounds must be at least 1, rounds to warm up at least 0");
      }
    }
  }

  /**
   * What some model calls cost in one go.
   *
   * <p>Immutable.
   *
   * @param wall milliseconds per call
   * @param processor milliseconds per call of this JVM and of all processes of Codex
   * @param own milliseconds per call of this JVM alone
   */
  private record Cost(double wall, double processor, double own) {

    private static final double NANOS = 1e6;

    /** Has the calls made and measures that. */
    static Cost of(BenchCodex codex, int calls, Spending.Work work) throws Exception {
      long children = codex.processorNanos();
      OwnProcessor threads = new OwnProcessor();
      threads.sinceLastLook();
      long here = OwnProcessor.total();
      long start = System.nanoTime();
      work.run();
      double wall = (System.nanoTime() - start) / NANOS / calls;
      // The JVM's counter moves in steps, which hide a short round; the scheduler counts by thread
      // and misses the callers, which have ended. The larger of both is right.
      double own = Math.max(OwnProcessor.total() - here, threads.sinceLastLook()) / NANOS / calls;
      double others = (codex.processorNanos() - children) / NANOS / calls;
      return new Cost(wall, own + others, own);
    }

    /** The median of each. */
    static Cost median(List<Cost> rounds) {
      return new Cost(
          Percentiles.median(rounds, Cost::wall),
          Percentiles.median(rounds, Cost::processor),
          Percentiles.median(rounds, Cost::own));
    }
  }

  private CallsComparison() {}

  /** Makes the calls in each way. */
  public static BenchTable calls(Path executable, Size size) throws Exception {
    String script = BenchScript.always(ANSWER);
    try (BenchCodex forTalaria = new BenchCodex(executable, script);
        BenchCodex forBare = new BenchCodex(executable, script);
        BenchCodex forExec = new BenchCodex(executable, script)) {
      return calls(forTalaria, forBare, forExec, size);
    }
  }

  /** The same; what one way leaves in its home does not burden the others. */
  static BenchTable calls(BenchCodex forTalaria, BenchCodex forBare, BenchCodex forExec, Size size)
      throws Exception {
    List<Cost> ours = new ArrayList<>();
    List<Cost> bares = new ArrayList<>();
    List<Cost> execs = new ArrayList<>();
    try (BareCalls bare = new BareCalls(forBare.bare("app-server"), sentForOne(forBare));
        Codex codex = Codex.launch(forTalaria.options());
        CodexLlmRuntime llm = runtime(codex, forTalaria)) {
      Spending.Work talaria = () -> each(size, () -> ask(llm));
      Spending.Work driver = () -> bare.run(size.calls(), size.atOnce());
      Spending.Work processes = () -> each(size, () -> forExec.exec(PROMPT, ANSWER));
      for (int round = 0; round < size.warmUp(); round++) {
        talaria.run();
        driver.run();
      }
      for (int round = 0; round < size.rounds(); round++) {
        for (int place = 0; place < 3; place++) {
          switch ((round + place) % 3) {
            case 0 -> ours.add(Cost.of(forTalaria, size.calls(), talaria));
            case 1 -> bares.add(Cost.of(forBare, size.calls(), driver));
            default -> execs.add(Cost.of(forExec, size.calls(), processes));
          }
        }
      }
    }
    return table(size, Cost.median(ours), Cost.median(bares), Cost.median(execs));
  }

  private static void each(Size size, Spending.Work call) throws Exception {
    AtOnce.each(
        size.atOnce(),
        Collections.nCopies(size.calls(), call),
        one -> {
          one.run();
          return one;
        });
  }

  /** Codex's own default is another model than that of the homes. */
  private static CodexLlmRuntime runtime(Codex codex, BenchCodex bench) {
    return CodexLlmRuntime.on(codex)
        .models(ModelSlots.of(Map.of(Role.DEFAULT, BenchCodex.MODEL)))
        .cwd(bench.workspace())
        .build();
  }

  private static void ask(CodexLlmRuntime llm) throws Exception {
    String text = llm.generateText(TextRequest.of(PROMPT)).get();
    if (!text.equals(ANSWER)) {
      throw new IllegalStateException("a call of the benchmark gave: " + text);
    }
  }

  /** What Talaria writes to a child for one call. */
  private static List<String> sentForOne(BenchCodex bench) throws Exception {
    TimedStreams streams;
    try (TimedCodex timed = new TimedCodex(bench);
        CodexLlmRuntime llm = runtime(timed.codex(), bench)) {
      streams = timed.streams();
      ask(llm);
    }
    return streams.sent();
  }

  private static BenchTable table(Size size, Cost ours, Cost bare, Cost exec) {
    BenchTable table =
        new BenchTable(
            "calls",
            String.format(
                Locale.ROOT,
                "text calls on the real Codex with a scripted model, %d at a time",
                size.atOnce()),
            "way",
            "calls",
            "wall ms/call",
            "processor ms/call",
            "of it this JVM",
            "wall / exec",
            "processor / exec");
    row(table, size, "talaria, one warm child", ours, exec);
    row(table, size, "bare driver, one warm child", bare, exec);
    row(table, size, "codex exec --json each", exec, exec);
    return table
        .note(
            "medians of %d rounds of %d calls, in turn, after %d rounds on the warm children",
            size.rounds(), size.calls(), size.warmUp())
        .goal("wall of a model call, of that of codex exec", 0.15, ours.wall() / exec.wall())
        .goal(
            "processor time of a model call, of that of codex exec",
            0.1,
            ours.processor() / exec.processor())
        .note(
            "the bare driver: %.3f of the wall, %.3f of the processor time",
            bare.wall() / exec.wall(), bare.processor() / exec.processor())
        .note(
            "beyond the bare driver: wall %+.2f ms, processor %+.2f ms, of it this JVM %+.2f ms",
            ours.wall() - bare.wall(), ours.processor() - bare.processor(), ours.own() - bare.own())
        .note("the bare driver is the floor that Codex sets for these calls")
        .note(
            "processor time is that of all processes of Codex and of this JVM; the scripted models")
        .note("  are other processes, and each way has a home of its own");
  }

  private static void row(BenchTable table, Size size, String name, Cost cost, Cost exec) {
    table.row(
        name,
        size.calls() * size.rounds(),
        cost.wall(),
        cost.processor(),
        cost.own(),
        cost.wall() / exec.wall(),
        cost.processor() / exec.processor());
  }
}
