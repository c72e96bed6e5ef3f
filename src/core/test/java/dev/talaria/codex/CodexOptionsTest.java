package dev.talaria.codex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CodexOptionsTest {

  @Test
  void the_defaults_are_the_documented_ones() {
    CodexOptions options = CodexOptions.defaults();
    assertEquals(Optional.empty(), options.executable());
    assertEquals(Optional.empty(), options.codexHome());
    assertEquals(Optional.empty(), options.workingDirectory());
    assertEquals(Map.of(), options.environment());
    assertEquals(Map.of(), options.config());
    assertEquals("talaria", options.clientName());
    assertEquals("Talaria", options.clientTitle());
    assertEquals(System.getProperty("talaria.version"), options.clientVersion());
    assertEquals(Duration.ofSeconds(30), options.versionTimeout());
    assertEquals(Duration.ofSeconds(30), options.startTimeout());
    assertEquals(Duration.ofSeconds(30), options.requestTimeout());
    assertEquals(Duration.ofSeconds(2), options.closeTimeout());
    assertEquals(Duration.ZERO, options.jvmExitTimeout());
    assertTrue(options.experimentalApi());
  }

  @Test
  void a_builder_made_from_options_yields_the_same_options() {
    CodexOptions options =
        CodexOptions.builder()
            .executable(Path.of("/opt/codex"))
            .codexHome(Path.of("/home"))
            .workingDirectory(Path.of("/project"))
            .environment(Map.of("A", "b"))
            .denyEnvironment("C")
            .config("model", "\"m\"")
            .client("n", "t", "1")
            .versionTimeout(Duration.ofSeconds(1))
            .startTimeout(Duration.ofSeconds(2))
            .requestTimeout(Duration.ofSeconds(3))
            .closeTimeout(Duration.ofSeconds(4))
            .jvmExitTimeout(Duration.ofSeconds(5))
            .experimentalApi(false)
            .build();
    CodexOptions copy = options.toBuilder().build();
    assertEquals(Optional.of(Path.of("/opt/codex")), copy.executable());
    assertEquals(Optional.of(Path.of("/home")), copy.codexHome());
    assertEquals(Optional.of(Path.of("/project")), copy.workingDirectory());
    assertEquals(Map.of("A", "b"), copy.environment());
    assertFalse(copy.inheritsEnvironment("C"));
    assertEquals(options.config(), copy.config());
    assertEquals(
        "n t 1", copy.clientName() + " " + copy.clientTitle() + " " + copy.clientVersion());
    assertEquals(Duration.ofSeconds(1), copy.versionTimeout());
    assertEquals(Duration.ofSeconds(2), copy.startTimeout());
    assertEquals(Duration.ofSeconds(3), copy.requestTimeout());
    assertEquals(Duration.ofSeconds(4), copy.closeTimeout());
    assertEquals(Duration.ofSeconds(5), copy.jvmExitTimeout());
    assertFalse(copy.experimentalApi());
  }

  @Test
  void options_do_not_change_when_their_builder_goes_on() {
    CodexOptions.Builder builder = CodexOptions.builder();
    CodexOptions options = builder.build();
    builder.environment("A", "b").config("k", "1").denyEnvironment("HOME");
    assertEquals(Map.of(), options.environment());
    assertEquals(Map.of(), options.config());
    assertTrue(options.inheritsEnvironment("HOME"));
  }

  @Test
  void secrets_are_for_the_child_and_not_for_its_commands() {
    CodexOptions options = CodexOptions.builder().secretEnvironment(Map.of("A", "hush")).build();
    assertEquals(Map.of("A", "hush"), options.environment());
    assertEquals(
        List.of(
            Map.entry("features.shell_snapshot", "false"),
            Map.entry("shell_environment_policy.set.A", "\"\"")),
        List.copyOf(options.config().entrySet()));
    assertEquals(Map.of(), CodexOptions.builder().secretEnvironment(Map.of()).build().config());
  }

  @Test
  void the_text_of_options_shows_no_values() {
    CodexOptions options =
        CodexOptions.builder().environment("KEY", "hush").config("a.b", "\"hush\"").build();
    assertFalse(options.toString().contains("hush"), options.toString());
    assertTrue(options.toString().contains("KEY"), options.toString());
  }

  @Test
  void misuse_is_refused() {
    CodexOptions.Builder builder = CodexOptions.builder();
    assertThrows(IllegalArgumentException.class, () -> builder.config("", "1"));
    assertThrows(IllegalArgumentException.class, () -> builder.config("a=b", "1"));
    assertThrows(IllegalArgumentException.class, () -> builder.closeTimeout(Duration.ZERO));
    assertThrows(
        IllegalArgumentException.class, () -> builder.jvmExitTimeout(Duration.ofNanos(-1)));
    assertThrows(NullPointerException.class, () -> builder.executable(null));
  }
}
