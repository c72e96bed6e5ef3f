package dev.talaria.bench.turn;

import dev.talaria.bench.lab.BenchCodex;
import dev.talaria.bench.lab.BenchTable;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.listener.TalariaObserver;
import dev.talaria.telemetry.OpenTelemetryObserver;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;

/**
 * What it costs to be watched: turns on the real Codex and streamed deltas, without an observer and
 * with OpenTelemetry, alternately in one run.
 *
 * <p>Runs on the calling thread.
 */
public final class TelemetryComparison {

  private static final int ROUNDS = 3;
  private static final String WITHOUT = "no observer";
  private static final String WITH = "OpenTelemetry";

  /** Takes the spans and drops them: where they go is not ours. */
  private static final class Nowhere implements SpanExporter {

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }

  /** What one way has taken. */
  private static final class Taken {
    private final TurnCost.Cost turns = new TurnCost.Cost();
    private long processor;
    private long allocated;

    private void deltas(int count, TalariaObserver... observers) throws Exception {
      DeltaStream.Outcome outcome = new DeltaStream(observers).heard(count, 0, Duration.ZERO);
      processor += outcome.processor();
      allocated += outcome.allocated();
    }
  }

  private TelemetryComparison() {}

  /**
   * Measures.
   *
   * @param turns of each way
   * @param deltas of each way, streamed through a pipe
   */
  public static BenchTable compare(Path executable, int turns, int deltas) throws Exception {
    Taken without = new Taken();
    Taken with = new Taken();
    try (OpenTelemetrySdk sdk =
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .addSpanProcessor(BatchSpanProcessor.builder(new Nowhere()).build())
                    .build())
            .build()) {
      TalariaObserver observer = new OpenTelemetryObserver(sdk);
      // The first round warms up, and does not count.
      for (int round = 0; round <= ROUNDS; round++) {
        Taken unwatched = round == 0 ? new Taken() : without;
        Taken watched = round == 0 ? new Taken() : with;
        turns(executable, observer, turns / ROUNDS, unwatched, watched);
        unwatched.deltas(deltas / ROUNDS);
        watched.deltas(deltas / ROUNDS, observer);
      }
    }
    BenchTable table =
        new BenchTable(
            "telemetry",
            "turns of 50 deltas on the real Codex and streamed deltas, watched and not",
            "way",
            "turns",
            "turn p50 ms",
            "own processor p50 ms/turn",
            "processor us/delta",
            "B/delta");
    row(table, WITHOUT, without, deltas / ROUNDS * ROUNDS);
    row(table, WITH, with, deltas / ROUNDS * ROUNDS);
    return table
        .note(
            "with OpenTelemetry a turn takes %.3f of its wall time and %.2f of its own processor"
                + " time",
            table.ratio(WITH, WITHOUT, "turn p50 ms"),
            table.ratio(WITH, WITHOUT, "own processor p50 ms/turn"))
        .note(
            "turns alternate, on children and homes of their own in each of %d rounds; the SDK with"
                + " its batch processor, and an exporter that drops the spans",
            ROUNDS);
  }

  private static void turns(
      Path executable, TalariaObserver observer, int turns, Taken without, Taken with)
      throws Exception {
    try (BenchCodex first = TurnCost.bench(executable);
        BenchCodex second = TurnCost.bench(executable);
        Codex plain = Codex.launch(first.options());
        Codex observed = Codex.launch(second.options())) {
      observed.observe(observer);
      try (CodexSession silent = plain.openSession(first.session().build());
          CodexSession traced = observed.openSession(second.session().build())) {
        for (int turn = 0; turn < turns; turn++) {
          for (int place = 0; place < 2; place++) {
            boolean watched = (turn + place) % 2 == 0;
            CodexSession session = watched ? traced : silent;
            TurnCost.one(
                watched ? second : first,
                (watched ? with : without).turns,
                () -> TurnCost.turn(session, new TurnCost.Listener()));
          }
        }
      }
    }
  }

  private static void row(BenchTable table, String name, Taken taken, double deltas) {
    table.row(
        name,
        taken.turns.wall.count(),
        taken.turns.wall.millis(50),
        taken.turns.own.millis(50),
        taken.processor / 1e3 / deltas,
        taken.allocated / deltas);
  }
}
