package dev.talaria.telemetry;

import io.opentelemetry.api.OpenTelemetry;

/**
 * Reports the spans and metrics of a Codex to OpenTelemetry, and passes the trace context to Codex.
 * Create one, and pass it to {@code Codex.observe} or {@code CodexPool.observe}. One observer may
 * watch several.
 *
 * <p>Safe for use by many threads. It uses OpenTelemetry's API only; the SDK, its exporters and its
 * limits are the host's. A turn's span is current while the host's code runs for the turn, and a
 * tool's while the host runs the tool.
 */
public final class OpenTelemetryObserver extends Telemetry {

  /**
   * An observer with {@linkplain TelemetryOptions#defaults the defaults}: it does not export
   * content.
   *
   * @param openTelemetry the host's
   */
  public OpenTelemetryObserver(OpenTelemetry openTelemetry) {
    this(openTelemetry, TelemetryOptions.defaults());
  }

  /**
   * An observer.
   *
   * @param openTelemetry the host's
   * @param options what it tells
   */
  public OpenTelemetryObserver(OpenTelemetry openTelemetry, TelemetryOptions options) {
    super(new OpenTelemetrySink(openTelemetry), options);
  }
}
