package dev.talaria.telemetry;

import dev.talaria.session.listener.ContextScope;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.DoubleHistogramBuilder;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/** Spans and instruments of OpenTelemetry's API. */
final class OpenTelemetrySink implements TelemetrySink {

  private static final String SCOPE = "dev.talaria.telemetry";

  private final Tracer tracer;
  private final Meter meter;
  private final Map<Metric, DoubleHistogram> seconds = new ConcurrentHashMap<>();
  private final Map<Metric, LongHistogram> amounts = new ConcurrentHashMap<>();
  private final Map<Metric, LongCounter> counters = new ConcurrentHashMap<>();
  private final List<Runnable> gauges = new CopyOnWriteArrayList<>();

  OpenTelemetrySink(OpenTelemetry openTelemetry) {
    tracer = openTelemetry.getTracer(SCOPE);
    meter = openTelemetry.getMeter(SCOPE);
  }

  private record Started(Span span, Context context) implements OpenSpan {

    @Override
    public void set(Attributes attributes) {
      span.setAllAttributes(converted(attributes));
      if (attributes.get(Attribute.ERROR_TYPE) != null) {
        span.setStatus(StatusCode.ERROR);
      }
    }

    @Override
    public ContextScope enter() {
      Scope scope = context.makeCurrent();
      return scope::close;
    }

    @Override
    public void end() {
      span.end();
    }
  }

  @Override
  public OpenSpan start(SpanType type, String name, OpenSpan parent, Attributes attributes) {
    Context context = parent == null ? Context.current() : ((Started) parent).context();
    Span span =
        tracer
            .spanBuilder(name)
            .setParent(context)
            .setSpanKind(type.client ? SpanKind.CLIENT : SpanKind.INTERNAL)
            .setAllAttributes(converted(attributes))
            .startSpan();
    return new Started(span, context.with(span));
  }

  @Override
  public void record(Metric metric, double value, Attributes attributes) {
    if (metric.isCounter()) {
      counters.computeIfAbsent(metric, this::counter).add((long) value, converted(attributes));
    } else if (metric.unit.equals("s")) {
      seconds.computeIfAbsent(metric, this::histogram).record(value, converted(attributes));
    } else {
      amounts.computeIfAbsent(metric, this::amounts).record((long) value, converted(attributes));
    }
  }

  private LongCounter counter(Metric metric) {
    return meter
        .counterBuilder(metric.key)
        .setUnit(metric.unit)
        .setDescription(metric.description)
        .build();
  }

  private DoubleHistogram histogram(Metric metric) {
    return builder(metric).setExplicitBucketBoundariesAdvice(metric.buckets()).build();
  }

  private LongHistogram amounts(Metric metric) {
    return builder(metric)
        .ofLongs()
        .setExplicitBucketBoundariesAdvice(
            metric.buckets().stream().map(Double::longValue).toList())
        .build();
  }

  private DoubleHistogramBuilder builder(Metric metric) {
    return meter
        .histogramBuilder(metric.key)
        .setUnit(metric.unit)
        .setDescription(metric.description);
  }

  /** Numbers of open things may be added up over programs; a ratio may not. */
  @Override
  public void gauge(Metric metric, Attributes attributes, DoubleSupplier value) {
    io.opentelemetry.api.common.Attributes converted = converted(attributes);
    Consumer<ObservableDoubleMeasurement> read =
        to -> {
          double now = value.getAsDouble();
          if (!Double.isNaN(now)) {
            to.record(now, converted);
          }
        };
    gauges.add(
        metric == Metric.RATE_LIMIT_USED
            ? meter
                    .gaugeBuilder(metric.key)
                    .setUnit(metric.unit)
                    .setDescription(metric.description)
                    .buildWithCallback(read)
                ::close
            : meter
                    .upDownCounterBuilder(metric.key)
                    .ofDoubles()
                    .setUnit(metric.unit)
                    .setDescription(metric.description)
                    .buildWithCallback(read)
                ::close);
  }

  @Override
  public void close() {
    gauges.forEach(Runnable::run);
  }

  private static io.opentelemetry.api.common.Attributes converted(Attributes attributes) {
    AttributesBuilder builder = io.opentelemetry.api.common.Attributes.builder();
    attributes.forEach(
        (attribute, value) -> {
          if (value instanceof Long number) {
            builder.put(attribute.key, number);
          } else if (value instanceof Double number) {
            builder.put(attribute.key, number);
          } else if (value instanceof Boolean truth) {
            builder.put(attribute.key, truth);
          } else if (value instanceof List<?> texts) {
            builder.put(
                AttributeKey.stringArrayKey(attribute.key),
                texts.stream().map(Object::toString).toList());
          } else {
            builder.put(attribute.key, value.toString());
          }
        });
    return builder.build();
  }
}
