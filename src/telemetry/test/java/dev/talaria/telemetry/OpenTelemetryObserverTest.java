package dev.talaria.telemetry;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.fixtures.model.ModelRequest;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What OpenTelemetry gets of a run on the real Codex, and how Codex's own trace goes on from it.
 */
@Timeout(180)
@SuppressWarnings("try")
class OpenTelemetryObserverTest {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir static Path workspace;
  private static OtlpReceiver receiver;
  private static ScriptedRun run;

  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final InMemoryMetricReader metrics = InMemoryMetricReader.create();
  private final MetricLines measured = new MetricLines();
  private List<SpanData> finished = List.of();

  @BeforeAll
  static void start() throws Exception {
    receiver = new OtlpReceiver();
    run = new ScriptedRun(workspace, receiver);
  }

  @AfterAll
  static void end() throws Exception {
    run.close();
    receiver.close();
  }

  private OpenTelemetrySdk sdk(String path) {
    return OpenTelemetrySdk.builder()
        .setTracerProvider(
            SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(spans))
                .addSpanProcessor(
                    SimpleSpanProcessor.create(
                        OtlpHttpSpanExporter.builder().setEndpoint(receiver.url(path)).build()))
                .build())
        .setMeterProvider(
            SdkMeterProvider.builder()
                .registerMetricReader(metrics)
                .registerMetricReader(
                    PeriodicMetricReader.create(
                        OtlpHttpMetricExporter.builder().setEndpoint(receiver.url(path)).build()))
                .build())
        .build();
  }

  /** A run within a span of the host's; the tool begins one, too. */
  private void observe(String path, TelemetryOptions options) throws Exception {
    try (OpenTelemetrySdk sdk = sdk(path);
        OpenTelemetryObserver observer = new OpenTelemetryObserver(sdk, options)) {
      Tracer host = sdk.getTracer("host");
      Span span = host.spanBuilder("host").startSpan();
      try (Scope scope = span.makeCurrent()) {
        run.run(
            observer,
            () -> {
              host.spanBuilder("counting").startSpan().end();
              measured.add(metrics.collectAllMetrics(), true);
            },
            () -> measured.add(metrics.collectAllMetrics(), true));
      } finally {
        span.end();
      }
      sdk.getSdkTracerProvider().forceFlush().join(60, TimeUnit.SECONDS);
      sdk.getSdkMeterProvider().forceFlush().join(60, TimeUnit.SECONDS);
      finished = spans.getFinishedSpanItems();
      measured.add(metrics.collectAllMetrics(), false);
    }
  }

  private static String expected(String name) throws Exception {
    return Files.readString(
        Path.of(OpenTelemetryObserverTest.class.getResource("/" + name).toURI()));
  }

  @Test
  void a_run_is_a_tree_of_spans_and_one_trace_with_codexs_own() throws Exception {
    observe("/ours", TelemetryOptions.defaults());
    assertEquals(expected("spans.txt"), SpanTree.of(finished));
    assertEquals(expected("metrics.txt"), measured.text());
    List<String> exported = receiver.bodies("/ours");
    assertTrue(exported.stream().anyMatch(body -> body.contains("invoke_agent codex")));
    assertTrue(exported.stream().anyMatch(body -> body.contains("talaria.approvals")));
    assertFalse(exported.stream().anyMatch(body -> body.contains(ScriptedRun.WORD)));

    SpanData turn =
        finished.stream()
            .filter(one -> one.getName().equals("invoke_agent codex"))
            .findFirst()
            .get();
    ModelRequest request = run.model.requests().get(0);
    String[] parent = request.headers().get("traceparent").get(0).split("-");
    assertEquals(turn.getTraceId(), parent[1]);
    await().atMost(LIMIT).until(() -> leadsTo(turn.getSpanId(), parent[2]));
  }

  /** Whether Codex's spans lead from one to its ancestor. */
  private static boolean leadsTo(String ancestor, String span) throws Exception {
    Map<String, JsonNode> codex = receiver.spans("/codex/v1/traces");
    String at = span;
    for (int depth = 0; depth < 100 && codex.containsKey(at); depth++) {
      at = codex.get(at).path("parentSpanId").asText();
    }
    return at.equals(ancestor);
  }

  @Test
  void a_command_that_goes_on_behind_its_turn_has_not_failed() {
    try (OpenTelemetrySdk sdk = sdk("/background");
        OpenTelemetryObserver observer = new OpenTelemetryObserver(sdk)) {
      run.runBackground(observer);
      SpanData command = spans.getFinishedSpanItems().get(0);
      assertEquals("execute_tool command", command.getName());
      assertEquals(StatusData.unset(), command.getStatus());
      assertEquals(
          true, command.getAttributes().get(AttributeKey.booleanKey("talaria.tool.left_open")));
    }
  }

  @Test
  void content_is_told_to_a_host_that_wants_it() throws Exception {
    observe("/content", TelemetryOptions.defaults().captureContent(true).agentName("worker"));
    List<String> told = new ArrayList<>();
    for (SpanData span : finished) {
      span.getAttributes()
          .forEach(
              (key, value) -> {
                if (value.toString().contains(ScriptedRun.WORD)) {
                  told.add(
                      span.getName().replaceAll("invoke_agent (?!worker).*", "invoke_agent <name>")
                          + " "
                          + key.getKey());
                }
              });
    }
    assertEquals(expected("content.txt"), String.join("\n", told) + "\n");
  }
}
