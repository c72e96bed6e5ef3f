package dev.talaria.spring.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.talaria.base.TaskThreads;
import dev.talaria.codex.CodexNotFoundException;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexPool;
import dev.talaria.telemetry.MicrometerObserver;
import dev.talaria.telemetry.OpenTelemetryObserver;
import dev.talaria.tools.HostTool;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.boot.actuate.autoconfigure.context.properties.ConfigurationPropertiesReportEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.env.EnvironmentEndpointAutoConfiguration;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Which beans a program has, and what they say without a Codex. */
class TalariaAutoConfigurationTest {

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  TalariaAutoConfiguration.class,
                  TalariaToolsAutoConfiguration.class,
                  TalariaChatAutoConfiguration.class,
                  TalariaHealthAutoConfiguration.class,
                  TalariaActuatorAutoConfiguration.class,
                  TalariaTelemetryAutoConfiguration.class,
                  EndpointAutoConfiguration.class,
                  EnvironmentEndpointAutoConfiguration.class,
                  ConfigurationPropertiesReportEndpointAutoConfiguration.class))
          .withPropertyValues(
              "management.endpoints.jmx.exposure.include=*",
              "spring.jmx.enabled=true",
              "talaria.codex.executable=/nowhere/codex");

  @Test
  void a_relative_folder_is_that_of_the_program_and_not_of_its_resources() {
    runner
        .withPropertyValues("talaria.session.cwd=.")
        .run(
            context ->
                assertEquals(
                    Path.of("").toAbsolutePath(),
                    context.getBean(CodexSessions.class).options().build().cwd()));
  }

  @Test
  void a_missing_codex_fails_health_and_sessions_and_not_the_program() {
    runner.run(
        context -> {
          Health health = context.getBean(HealthIndicator.class).health();
          assertEquals(Status.DOWN, health.getStatus());
          assertTrue(health.getDetails().get("error").toString().contains("/nowhere/codex"));
          CodexSessions sessions = context.getBean(CodexSessions.class);
          assertThrows(CodexNotFoundException.class, sessions::open);
          TalariaEndpoint.Report report = context.getBean(TalariaEndpoint.class).report();
          assertFalse(report.started());
          assertEquals(List.of(), report.sessions());
          assertNotNull(context.getBean(ChatModel.class).getOptions());
        });
  }

  @Test
  void a_missing_codex_fails_a_program_that_starts_it_eagerly() {
    runner
        .withPropertyValues("talaria.eager-start=true")
        .run(
            context -> {
              Throwable cause = context.getStartupFailure();
              while (cause.getCause() != null && !(cause instanceof CodexNotFoundException)) {
                cause = cause.getCause();
              }
              assertEquals(CodexNotFoundException.class, cause.getClass());
            });
  }

  @Test
  void threads_are_virtual_where_those_of_boot_are_and_the_jdk_leaves_the_choice() {
    runner
        .withPropertyValues("spring.threads.virtual.enabled=true")
        .run(
            context -> {
              try {
                assertThrows(CodexNotFoundException.class, context.getBean(LazyCodex.class)::start);
                assertEquals(
                    Runtime.version().feature() >= 21 ? "true" : null,
                    System.getProperty(TaskThreads.PROPERTY));
              } finally {
                System.clearProperty(TaskThreads.PROPERTY);
              }
            });
  }

  @Test
  void no_endpoint_and_no_text_shows_a_secret() {
    runner
        .withPropertyValues(
            "management.endpoint.configprops.show-values=always",
            "management.endpoint.env.show-values=always",
            "talaria.attach.token=hidden-one",
            "talaria.attach.token-file=/shown/file",
            "talaria.codex.environment[MY_KEY]=hidden-two",
            "talaria.codex.config[model_providers.x]={ key = 'hidden-three' }")
        .withSystemProperties("TALARIA_ATTACH_TOKEN=hidden-four")
        .run(
            context -> {
              String shown =
                  new ObjectMapper()
                          .findAndRegisterModules()
                          .writeValueAsString(
                              context
                                  .getBean(ConfigurationPropertiesReportEndpoint.class)
                                  .configurationProperties()
                                  .getContexts()
                                  .values()
                                  .iterator()
                                  .next()
                                  .getBeans()
                                  .values()
                                  .stream()
                                  .map(
                                      bean ->
                                          Map.of(
                                              "is", bean.getProperties(), "in", bean.getInputs()))
                                  .toList())
                      + context
                          .getBean(EnvironmentEndpoint.class)
                          .environment(null)
                          .getPropertySources()
                          .stream()
                          .flatMap(source -> source.getProperties().entrySet().stream())
                          .map(entry -> entry.getKey() + "=" + entry.getValue().getValue() + "\n")
                          .toList()
                      + context.getBean(TalariaProperties.class);
              assertTrue(shown.contains("/shown/file"), shown);
              assertTrue(shown.contains("MY_KEY"), shown);
              assertFalse(shown.contains("hidden"), shown);
            });
  }

  @Test
  void a_program_needs_nothing_but_spring_boot() {
    runner
        .withClassLoader(
            new FilteredClassLoader(
                HostTool.class,
                ChatModel.class,
                HealthIndicator.class,
                Endpoint.class,
                OpenTelemetryObserver.class))
        .run(
            context -> {
              assertNotNull(context.getBean(CodexSessions.class));
              assertEquals(Map.of(), context.getBeansOfType(SessionOptionsCustomizer.class));
            });
  }

  @Test
  void telemetry_goes_to_micrometer_or_else_to_opentelemetry() {
    ApplicationContextRunner traced = runner.withBean(OpenTelemetry.class, OpenTelemetry::noop);
    traced.run(
        context -> {
          assertNotNull(context.getBean(OpenTelemetryObserver.class));
          assertEquals(Map.of(), context.getBeansOfType(MicrometerObserver.class));
        });
    traced
        .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
        .withBean(ObservationRegistry.class, ObservationRegistry::create)
        .run(
            context -> {
              assertNotNull(context.getBean(MicrometerObserver.class));
              assertEquals(Map.of(), context.getBeansOfType(OpenTelemetryObserver.class));
            });
  }

  @Test
  void a_pool_takes_the_place_of_the_one_codex() {
    runner
        .withPropertyValues("talaria.mode=pool")
        .run(
            context -> {
              assertEquals(1, context.getBeanNamesForType(CodexPool.class, true, false).length);
              assertEquals(0, context.getBeanNamesForType(Codex.class, true, false).length);
              assertEquals(Map.of(), context.getBeansOfType(ChatModel.class));
            });
  }

  @Test
  void a_program_with_a_codex_of_its_own_gets_no_other() {
    runner
        .withBean(
            Codex.class,
            () -> {
              throw new IllegalStateException("nobody needs it here");
            },
            definition -> definition.setLazyInit(true))
        .run(context -> assertEquals(Map.of(), context.getBeansOfType(CodexSessions.class)));
  }

  @Test
  void editors_know_each_property_its_default_and_what_it_does() throws IOException {
    JsonNode metadata =
        new ObjectMapper()
            .readTree(
                TalariaProperties.class.getResourceAsStream(
                    "/META-INF/spring-configuration-metadata.json"));
    Map<String, JsonNode> known = new TreeMap<>();
    StreamSupport.stream(metadata.path("properties").spliterator(), false)
        .forEach(one -> known.put(one.path("name").asText(), one));
    known.forEach((name, one) -> assertFalse(one.path("description").asText().isEmpty(), name));
    assertEquals("20s", known.get("talaria.shutdown.grace").path("defaultValue").asText());
    String page =
        Files.readString(Path.of(System.getProperty("talaria.root"), "docs", "spring-boot.md"));
    known.keySet().stream()
        .filter(name -> name.startsWith("talaria."))
        .forEach(name -> assertTrue(page.contains("| `" + name + "` |"), name));
  }
}
