package dev.talaria.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Measurements as lines of text, the same for both: sums, but of times only how many there are. */
final class MetricLines {

  private final Map<String, String> lines = new TreeMap<>();

  /** Adds those of OpenTelemetry. */
  MetricLines add(Collection<MetricData> metrics, boolean gauges) {
    for (MetricData metric : metrics) {
      String name = metric.getName();
      if (isWanted(name, gauges)) {
        boolean isTime = metric.getUnit().equals("s");
        add(
            name,
            metric.getHistogramData().getPoints(),
            point -> histogram(point.getCount(), isTime ? 0 : point.getSum()));
        add(name, metric.getLongSumData().getPoints(), point -> number(point.getValue()));
        add(name, metric.getDoubleSumData().getPoints(), point -> number(point.getValue()));
        add(name, metric.getDoubleGaugeData().getPoints(), point -> number(point.getValue()));
      }
    }
    return this;
  }

  private <P extends PointData> void add(
      String name, Collection<P> points, Function<P, String> value) {
    for (P point : points) {
      Map<String, String> attributes = new TreeMap<>();
      point.getAttributes().forEach((key, text) -> attributes.put(key.getKey(), text.toString()));
      put(name + " " + attributes, value.apply(point));
    }
  }

  /** What is measured twice is told twice. */
  private void put(String name, String value) {
    lines.merge(name, value, (first, second) -> first + ", then " + second);
  }

  /** Adds those of Micrometer. */
  MetricLines add(MeterRegistry meters, boolean gauges) {
    for (Meter meter : meters.getMeters()) {
      if (isWanted(meter.getId().getName(), gauges)) {
        Map<String, String> attributes = new TreeMap<>();
        meter.getId().getTags().forEach(tag -> attributes.put(tag.getKey(), tag.getValue()));
        attributes.values().removeIf("none"::equals);
        String name = meter.getId().getName() + " " + attributes;
        if (meter instanceof DistributionSummary all) {
          boolean isTime = "seconds".equals(meter.getId().getBaseUnit());
          put(name, histogram(all.count(), isTime ? 0 : all.totalAmount()));
        } else if (meter instanceof Counter counter) {
          put(name, number(counter.count()));
        } else if (meter instanceof Gauge gauge && !Double.isNaN(gauge.value())) {
          put(name, number(gauge.value()));
        }
      }
    }
    return this;
  }

  /** Of ours only: SDKs and registries have more. */
  private static boolean isWanted(String name, boolean gauges) {
    return Arrays.stream(Metric.values())
        .anyMatch(metric -> metric.key.equals(name) && metric.isGauge() == gauges);
  }

  private static String histogram(long count, double sum) {
    return count + " times" + (sum == 0 ? "" : ", " + number(sum));
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    lines.forEach((name, value) -> text.append(name).append(" = ").append(value).append('\n'));
    return text.toString();
  }
}
