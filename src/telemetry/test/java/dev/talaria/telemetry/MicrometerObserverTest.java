package dev.talaria.telemetry;

import static io.micrometer.observation.tck.TestObservationRegistryAssert.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.talaria.fixtures.model.ModelRequest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Micrometer gets what OpenTelemetry gets, and Codex the trace of its tracer. */
@Timeout(180)
@SuppressWarnings("try")
class MicrometerObserverTest {

  @TempDir Path workspace;

  private final TestObservationRegistry observations = TestObservationRegistry.create();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final MetricLines measured = new MetricLines();
  private final InMemorySpanExporter spans = InMemorySpanExporter.create();

  @Test
  void a_run_is_the_same_tree_as_of_opentelemetry() throws Exception {
    try (SdkTracerProvider sdk =
            SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(spans))
                .build();
        OtlpReceiver receiver = new OtlpReceiver();
        ScriptedRun run = new ScriptedRun(workspace, receiver);
        MicrometerObserver observer = new MicrometerObserver(observations, meters)) {
      OtelTracer tracer =
          new OtelTracer(sdk.get("host"), new OtelCurrentTraceContext(), event -> {});
      observations
          .observationConfig()
          .observationHandler(new DefaultTracingObservationHandler(tracer));
      Observation host = Observation.start("host", observations);
      try (Observation.Scope scope = host.openScope()) {
        run.run(
            observer,
            () -> {
              Observation.start("counting", observations).contextualName("counting").stop();
              measured.add(meters, true);
            },
            () -> measured.add(meters, true));
      } finally {
        host.contextualName("host").stop();
      }
      String tree = expected("spans.txt");
      assertThat(observations)
          .doesNotHaveAnyRemainingCurrentObservation()
          .hasHandledContextsThatSatisfy(
              contexts -> {
                assertEquals(tree, SpanTree.ofObservations(contexts));
                assertFalse(tellsContent(contexts));
              });
      assertEquals(expected("metrics.txt"), measured.add(meters, false).text());

      SpanData turn =
          spans.getFinishedSpanItems().stream()
              .filter(span -> span.getName().equals("invoke_agent codex"))
              .findFirst()
              .get();
      ModelRequest request = run.model.requests().get(0);
      assertEquals(turn.getTraceId(), request.headers().get("traceparent").get(0).split("-")[1]);
    }
  }

  private static boolean tellsContent(List<? extends Observation.Context> contexts) {
    return contexts.stream()
        .flatMap(context -> context.getAllKeyValues().stream())
        .anyMatch(pair -> pair.getValue().contains(ScriptedRun.WORD));
  }

  private static String expected(String name) throws Exception {
    return Files.readString(Path.of(MicrometerObserverTest.class.getResource("/" + name).toURI()));
  }
}
