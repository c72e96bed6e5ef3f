package dev.talaria.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The dashboard and the page name the metrics and attributes that there are. */
class DashboardTest {

  private static final Path DOCS = Path.of(System.getProperty("talaria.root"), "docs");
  private static final Pattern NAME = Pattern.compile("\\b(gen_ai|talaria|error)_[a-z_]+");

  private static <T> Set<String> names(T[] values, Function<T, String> key) {
    return Arrays.stream(values)
        .map(value -> key.apply(value).replace('.', '_'))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void the_dashboard_shows_every_metric_by_the_name_that_prometheus_gets() throws Exception {
    JsonNode dashboard = new ObjectMapper().readTree(DOCS.resolve("grafana/talaria.json").toFile());
    Set<String> labels = names(Attribute.values(), attribute -> attribute.key);
    Set<String> scraped = scraped();
    Set<String> shown = new TreeSet<>();
    for (JsonNode query : dashboard.findValues("expr")) {
      Matcher name = NAME.matcher(query.asText());
      while (name.find()) {
        if (!labels.contains(name.group())) {
          assertTrue(scraped.contains(name.group()), () -> name.group() + " in " + scraped);
          shown.add(name.group().replaceAll("(_seconds)?_(total|bucket|count|sum)$", ""));
        }
      }
    }
    assertEquals(names(Metric.values(), metric -> metric.key), shown);
  }

  /** The names that one measurement of each metric gives. */
  private static Set<String> scraped() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    try (MicrometerSink sink = new MicrometerSink(ObservationRegistry.NOOP, registry)) {
      for (Metric metric : Metric.values()) {
        if (metric.isGauge()) {
          sink.gauge(metric, new Attributes(), () -> 1);
        } else {
          sink.record(metric, 1, new Attributes());
        }
      }
      return Stream.of(registry.scrape().split("\n"))
          .map(line -> line.split("[{ ]")[0])
          .collect(Collectors.toSet());
    }
  }

  @Test
  void the_page_names_every_observation_attribute_and_metric() throws Exception {
    String page = Files.readString(DOCS.resolve("telemetry.md"));
    for (Attribute attribute : Attribute.values()) {
      assertTrue(page.contains("`" + attribute.key + "`"), attribute.key);
    }
    for (Metric metric : Metric.values()) {
      String row = "| `" + metric.key + "` | " + metric.unit + " |";
      assertTrue(page.contains(row), row);
    }
    for (SpanType type : SpanType.values()) {
      assertTrue(page.contains("`" + type.observation + "`"), type.observation);
    }
  }
}
