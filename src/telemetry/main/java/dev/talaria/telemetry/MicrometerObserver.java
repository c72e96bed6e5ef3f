package dev.talaria.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;

/**
 * Reports the observations and meters of a Codex to Micrometer. Create one, and pass it to {@code
 * Codex.observe} or {@code CodexPool.observe}. One observer may watch several.
 *
 * <p>Safe for use by many threads. Needs {@code micrometer-observation} and {@code micrometer-core}
 * of the host. An observation's scope is open while the host's code runs for the turn or the tool.
 * Codex gets the trace context where the registry's tracer is OpenTelemetry's ({@code
 * micrometer-tracing-bridge-otel}).
 */
public final class MicrometerObserver extends Telemetry {

  /**
   * An observer with {@linkplain TelemetryOptions#defaults the defaults}: it does not export
   * content.
   *
   * @param observations gets what are spans in OpenTelemetry
   * @param meters gets the metrics
   */
  public MicrometerObserver(ObservationRegistry observations, MeterRegistry meters) {
    this(observations, meters, TelemetryOptions.defaults());
  }

  /**
   * An observer.
   *
   * @param observations gets what are spans in OpenTelemetry
   * @param meters gets the metrics
   * @param options what it tells
   */
  public MicrometerObserver(
      ObservationRegistry observations, MeterRegistry meters, TelemetryOptions options) {
    super(new MicrometerSink(observations, meters), options);
  }
}
