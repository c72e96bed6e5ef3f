package dev.talaria.telemetry;

import dev.talaria.base.TalariaException;
import dev.talaria.session.listener.ContextScope;
import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleSupplier;

/**
 * Observations and meters of Micrometer. All of one name have the same keys, as Prometheus wants.
 */
final class MicrometerSink implements TelemetrySink {

  private final ObservationRegistry observations;
  private final MeterRegistry meters;
  private final List<Gauge> gauges = new CopyOnWriteArrayList<>();

  MicrometerSink(ObservationRegistry observations, MeterRegistry meters) {
    this.observations = observations;
    this.meters = meters;
  }

  /** So that a trace shows that a span has failed: it is not thrown. */
  private static final class Failure extends TalariaException {
    Failure(String errorType) {
      super(errorType);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }

  private record Started(SpanType type, Observation observation) implements OpenSpan {

    @Override
    public void set(Attributes attributes) {
      attributes.forEach(
          (attribute, value) -> {
            KeyValue pair = KeyValue.of(attribute.key, text(value));
            if (type.low.contains(attribute)) {
              observation.lowCardinalityKeyValue(pair);
            } else {
              observation.highCardinalityKeyValue(pair);
            }
          });
      if (attributes.get(Attribute.ERROR_TYPE) instanceof String errorType) {
        observation.error(new Failure(errorType));
      }
    }

    @Override
    public ContextScope enter() {
      Observation.Scope scope = observation.openScope();
      return scope::close;
    }

    @Override
    public void end() {
      observation.stop();
    }
  }

  @Override
  public OpenSpan start(SpanType type, String name, OpenSpan parent, Attributes attributes) {
    Observation observation =
        Observation.createNotStarted(type.observation, observations).contextualName(name);
    if (parent != null) {
      observation.parentObservation(((Started) parent).observation());
    }
    type.low.forEach(
        attribute -> observation.lowCardinalityKeyValue(attribute.key, KeyValue.NONE_VALUE));
    Started started = new Started(type, observation);
    started.set(attributes);
    observation.start();
    return started;
  }

  @Override
  public void record(Metric metric, double value, Attributes attributes) {
    if (metric.isCounter()) {
      Counter.builder(metric.key)
          .description(metric.description)
          .tags(tags(metric, attributes))
          .register(meters)
          .increment(value);
    } else {
      DistributionSummary.builder(metric.key)
          .description(metric.description)
          .baseUnit(baseUnit(metric))
          .serviceLevelObjectives(
              metric.buckets().stream().mapToDouble(Double::doubleValue).toArray())
          .tags(tags(metric, attributes))
          .register(meters)
          .record(value);
    }
  }

  @Override
  public void gauge(Metric metric, Attributes attributes, DoubleSupplier value) {
    gauges.add(
        Gauge.builder(metric.key, value::getAsDouble)
            .description(metric.description)
            .baseUnit(baseUnit(metric))
            .tags(tags(metric, attributes))
            .strongReference(true)
            .register(meters));
  }

  /** So that Prometheus has the same names as from OpenTelemetry. */
  private static String baseUnit(Metric metric) {
    return metric.unit.equals("s") ? "seconds" : null;
  }

  private static List<Tag> tags(Metric metric, Attributes attributes) {
    return metric.attributes.stream()
        .map(attribute -> Tag.of(attribute.key, text(attributes.get(attribute))))
        .toList();
  }

  private static String text(Object value) {
    return value == null
        ? KeyValue.NONE_VALUE
        : value instanceof List<?> texts
            ? String.join(",", texts.stream().map(Object::toString).toList())
            : value.toString();
  }

  @Override
  public void close() {
    gauges.forEach(meters::remove);
  }
}
