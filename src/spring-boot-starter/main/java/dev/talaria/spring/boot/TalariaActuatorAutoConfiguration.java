package dev.talaria.spring.boot;

import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** What the actuator shows of Codex, and what it does not. */
@AutoConfiguration(after = TalariaAutoConfiguration.class)
@ConditionalOnClass({Endpoint.class, ConditionalOnAvailableEndpoint.class})
@ConditionalOnBean(LazyCodex.class)
final class TalariaActuatorAutoConfiguration {

  /** In any spelling, also that of environment variables; without what separates words. */
  private static final Pattern SECRET =
      Pattern.compile("talaria(attachtoken|codex(environment|config).+)");

  private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9]");

  @Bean
  @ConditionalOnAvailableEndpoint
  TalariaEndpoint talariaEndpoint(LazyCodex codex, OpenWork work, ApprovalInbox inbox) {
    return new TalariaEndpoint(codex, work, inbox);
  }

  /** Also where the endpoints for properties show all other values. */
  @Bean
  SanitizingFunction talariaSanitizingFunction() {
    return SanitizingFunction.sanitizeValue()
        .ifKeyMatches(TalariaActuatorAutoConfiguration::secret);
  }

  private static boolean secret(String key) {
    String plain = SEPARATORS.matcher(key.toLowerCase(Locale.ROOT)).replaceAll("");
    return SECRET.matcher(plain).matches();
  }
}
