package dev.talaria.telemetry;

import java.util.function.DoubleSupplier;

/** Where spans and measurements go. Safe for use by many threads. */
interface TelemetrySink extends AutoCloseable {

  /**
   * Begins a span.
   *
   * @param parent {@code null} for what is current on this thread
   */
  OpenSpan start(SpanType type, String name, OpenSpan parent, Attributes attributes);

  /** Adds to a counter, or records a value of a histogram. */
  void record(Metric metric, double value, Attributes attributes);

  /**
   * Has a value read whenever it is wanted, until the sink is closed.
   *
   * @param value NaN while there is none
   */
  void gauge(Metric metric, Attributes attributes, DoubleSupplier value);

  /** Reads no more gauges. */
  @Override
  void close();
}
