package dev.talaria.spring.boot;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** The health of Codex, for programs with Spring Boot's health. */
@AutoConfiguration(after = TalariaAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(LazyCodex.class)
@ConditionalOnEnabledHealthIndicator("codex")
final class TalariaHealthAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean(name = "codexHealthIndicator")
  HealthIndicator codexHealthIndicator(LazyCodex codex, OpenWork work) {
    return new CodexHealthIndicator(codex, work);
  }
}
