package dev.talaria.examples;

import dev.talaria.codex.CodexOptions;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.telemetry.OpenTelemetryObserver;
import dev.talaria.telemetry.TelemetryOptions;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.nio.file.Path;

/** Exports what a turn does to a collector: {@code TracedTurns DIRECTORY PROMPT COLLECTOR}. */
public final class TracedTurns {
  public static void main(String[] args) {
    try (OpenTelemetrySdk sdk = sdk(args[2]); // mostly the program has one already
        OpenTelemetryObserver observer =
            new OpenTelemetryObserver(sdk, TelemetryOptions.defaults().agentName("reviewer"));
        Codex codex = Codex.launch(CodexOptions.defaults())) {
      codex.observe(observer);
      Span order = sdk.getTracer("shop").spanBuilder("order 42").startSpan();
      Context.current().with(order).wrap(() -> runTurn(codex, args[0], args[1])).run();
      order.end();
    }
  }

  private static void runTurn(Codex codex, String directory, String prompt) {
    SessionOptions options = SessionOptions.builder().cwd(Path.of(directory)).build();
    try (CodexSession session = codex.openSession(options)) {
      System.out.println(session.runTurn(prompt).finalText()); // its span is a child of "order 42"
    }
  }

  private static OpenTelemetrySdk sdk(String collector) {
    var spans = OtlpHttpSpanExporter.builder().setEndpoint(collector + "/v1/traces").build();
    var metrics = OtlpHttpMetricExporter.builder().setEndpoint(collector + "/v1/metrics").build();
    return OpenTelemetrySdk.builder()
        .setTracerProvider(
            SdkTracerProvider.builder()
                .addSpanProcessor(BatchSpanProcessor.builder(spans).build())
                .build())
        .setMeterProvider(
            SdkMeterProvider.builder()
                .registerMetricReader(PeriodicMetricReader.create(metrics))
                .build())
        .build();
  }
}
