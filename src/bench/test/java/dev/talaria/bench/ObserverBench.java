package dev.talaria.bench;

import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.listener.TalariaObserver;
import dev.talaria.session.result.TurnResult;
import dev.talaria.telemetry.MicrometerObserver;
import dev.talaria.telemetry.OpenTelemetryObserver;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What it costs to be watched: turns on the real Codex and streamed deltas, without an observer and
 * with each, in turns in one run; for {@code mvn -Pbench verify}.
 */
class ObserverBench {

  private static final MeterRegistry METERS = new SimpleMeterRegistry();
  private static final int ROUNDS = 8;
  private static final int TURNS = 50;
  private static final int DELTAS = 300_000;

  /** What one way has taken so far. */
  private static final class Taken {
    private final Percentiles turns = new Percentiles(ROUNDS * TURNS);
    private long turnProcessor;
    private long deltaProcessor;
    private long deltaAllocated;
  }

  private final Map<String, Taken> taken = new LinkedHashMap<>();
  private final OwnProcessor processor = new OwnProcessor();

  private static Map<String, TalariaObserver[]> ways() {
    Map<String, TalariaObserver[]> ways = new LinkedHashMap<>();
    ways.put("no observer", new TalariaObserver[0]);
    ways.put("an observer that does nothing", of(new TalariaObserver() {}));
    ways.put("OpenTelemetry", of(new OpenTelemetryObserver(sdk())));
    ways.put("Micrometer", of(new MicrometerObserver(observations(), METERS)));
    return ways;
  }

  private static TalariaObserver[] of(TalariaObserver one) {
    return new TalariaObserver[] {one};
  }

  /** The SDK as a program has it, in front of an exporter that keeps what it is given. */
  private static OpenTelemetrySdk sdk() {
    return OpenTelemetrySdk.builder()
        .setTracerProvider(
            SdkTracerProvider.builder()
                .addSpanProcessor(BatchSpanProcessor.builder(InMemorySpanExporter.create()).build())
                .build())
        .setMeterProvider(
            SdkMeterProvider.builder().registerMetricReader(InMemoryMetricReader.create()).build())
        .build();
  }

  private static ObservationRegistry observations() {
    ObservationRegistry registry = ObservationRegistry.create();
    registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(METERS));
    return registry;
  }

  @Test
  void watched_and_unwatched() throws Exception {
    Map<String, TalariaObserver[]> ways = ways();
    ways.keySet().forEach(way -> taken.put(way, new Taken()));
    List<String> order = new ArrayList<>(ways.keySet());
    // The first round warms up, and does not count.
    for (int round = 0; round <= ROUNDS; round++) {
      // Each is the first one once in a while.
      Collections.rotate(order, 1);
      for (String way : order) {
        Taken to = round == 0 ? new Taken() : taken.get(way);
        turns(ways.get(way), to);
        DeltaStream.Outcome deltas = new DeltaStream(ways.get(way)).heard(DELTAS, 0, Duration.ZERO);
        to.deltaProcessor += deltas.processor();
        to.deltaAllocated += deltas.allocated();
      }
    }
    table().publish(new PrintWriter(System.out), Path.of("target", "bench"));
  }

  private void turns(TalariaObserver[] observers, Taken to) throws Exception {
    try (BenchCodex home =
            new BenchCodex(
                PinnedCodex.selected().executable(), BenchScript.always(SessionsCost.ANSWER));
        Codex codex = Codex.launch(home.options())) {
      codex.observe(observers);
      try (CodexSession session = codex.openSession(home.session().build())) {
        session.runTurn("Say ok.");
        processor.sinceLastLook();
        for (int i = 0; i < TURNS; i++) {
          long start = System.nanoTime();
          TurnResult result = session.runTurn("Say ok.");
          to.turns.add(System.nanoTime() - start);
          if (!result.finalText().equals(SessionsCost.ANSWER)) {
            throw new IllegalStateException("a turn of the benchmark failed: " + result.error());
          }
        }
        to.turnProcessor += processor.sinceLastLook();
      }
    }
  }

  private BenchTable table() {
    BenchTable table =
        new BenchTable(
            "observers",
            "turns on the real Codex and streamed deltas, watched and not, in turns in one run",
            "way",
            "turn p50 ms",
            "turn p99 ms",
            "host cpu ms/turn",
            "cpu ns/delta",
            "allocated B/delta");
    double deltas = (double) ROUNDS * DELTAS;
    taken.forEach(
        (way, all) ->
            table.row(
                way,
                all.turns.millis(50),
                all.turns.millis(99),
                all.turnProcessor / 1e6 / ROUNDS / TURNS,
                all.deltaProcessor / deltas,
                all.deltaAllocated / deltas));
    return table;
  }
}
