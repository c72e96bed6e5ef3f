package dev.talaria.spring.boot;

import dev.talaria.telemetry.MicrometerObserver;
import dev.talaria.telemetry.OpenTelemetryObserver;
import dev.talaria.telemetry.TelemetryOptions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.OpenTelemetry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Spans and metrics for the program's registries of Micrometer, as Spring Boot's own; without them
 * for its OpenTelemetry. Never for both, which would count everything twice.
 */
@AutoConfiguration(
    after = TalariaAutoConfiguration.class,
    afterName = {
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration",
      "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration"
    })
@ConditionalOnClass(OpenTelemetryObserver.class)
@ConditionalOnBean(LazyCodex.class)
final class TalariaTelemetryAutoConfiguration {

  private static TelemetryOptions options(ObjectProvider<TelemetryOptions> bean) {
    return bean.getIfAvailable(TelemetryOptions::defaults);
  }

  /** For Micrometer. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass({MeterRegistry.class, ObservationRegistry.class})
  @ConditionalOnBean({MeterRegistry.class, ObservationRegistry.class})
  static final class OfMicrometer {

    @Bean
    @ConditionalOnMissingBean({MicrometerObserver.class, OpenTelemetryObserver.class})
    MicrometerObserver talariaMicrometerObserver(
        ObservationRegistry observations,
        MeterRegistry meters,
        ObjectProvider<TelemetryOptions> options) {
      return new MicrometerObserver(observations, meters, options(options));
    }
  }

  /** For OpenTelemetry. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnBean(OpenTelemetry.class)
  @ConditionalOnMissingBean(type = "io.micrometer.core.instrument.MeterRegistry")
  static final class OfOpenTelemetry {

    @Bean
    @ConditionalOnMissingBean(OpenTelemetryObserver.class)
    OpenTelemetryObserver talariaOpenTelemetryObserver(
        OpenTelemetry openTelemetry, ObjectProvider<TelemetryOptions> options) {
      return new OpenTelemetryObserver(openTelemetry, options(options));
    }
  }
}
