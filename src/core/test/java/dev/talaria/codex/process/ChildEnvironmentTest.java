package dev.talaria.codex.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.codex.CodexOptions;
import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChildEnvironmentTest {

  private static final Map<String, String> HOST =
      Map.of("HOME", "/home/alice", "PATH", "/usr/bin", "GH_TOKEN", "t", "OPENAI_API_KEY", "k");

  @Test
  void the_hosts_environment_passes_and_home_is_unchanged() {
    Map<String, String> child = ChildEnvironment.of(HOST, CodexOptions.defaults());
    assertEquals("/home/alice", child.get("HOME"));
    assertEquals("/usr/bin", child.get("PATH"));
    assertEquals("k", child.get("OPENAI_API_KEY"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GH_TOKEN",
        "gh_token",
        "GITHUB_TOKEN",
        "GITLAB_TOKEN",
        "CI_JOB_TOKEN",
        "TELEGRAM_BOT_TOKEN",
        "SLACK_APP_TOKEN",
        "AWS_SECRET_ACCESS_KEY",
        "MODAL_TOKEN_SECRET",
        "HERMES_DASHBOARD_SESSION_TOKEN",
        "AUXILIARY_VISION_API_KEY",
        "GATEWAY_RELAY_SECRET",
        "GATEWAY_RELAY_ID",
        "GATEWAY_RELAY_DELIVERY_KEY",
        "NPM_TOKEN",
        "npm_config__auth",
        "MAVEN_GPG_PASSPHRASE",
        "GOOGLE_CLIENT_SECRET",
      })
  void a_hosts_credential_does_not_reach_the_child(String name) {
    assertFalse(ChildEnvironment.of(Map.of(name, "s"), CodexOptions.defaults()).containsKey(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OPENAI_API_KEY",
        "CODEX_API_KEY",
        "CODEX_SESSION_TOKEN",
        "AZURE_OPENAI_API_KEY",
        "AWS_BEARER_TOKEN_BEDROCK",
        "AWS_PROFILE",
        "SSH_AUTH_SOCK",
        "HTTPS_PROXY",
        "MY_GH_TOKENS_FILE",
        "HERMES_KANBAN_TASK",
      })
  void what_codex_and_its_commands_need_is_inherited(String name) {
    assertEquals("v", ChildEnvironment.of(Map.of(name, "v"), CodexOptions.defaults()).get(name));
  }

  @Test
  void more_can_be_denied_and_denied_ones_kept_the_last_word_counts() {
    CodexOptions options =
        CodexOptions.builder()
            .denyEnvironment("ACME_*", "OPENAI_API_KEY", "*")
            .keepEnvironment("PATH", "gh_token", "ACME_PUBLIC*")
            .denyEnvironment("ACME_PUBLIC_KEY")
            .build();
    Map<String, String> host = new HashMap<>(HOST);
    host.putAll(Map.of("ACME_KEY", "1", "ACME_PUBLIC_URL", "2", "ACME_PUBLIC_KEY", "3"));
    assertEquals(
        Map.of("PATH", "/usr/bin", "GH_TOKEN", "t", "ACME_PUBLIC_URL", "2", "RUST_LOG", "warn"),
        ChildEnvironment.of(host, options));
  }

  @Test
  void codex_home_is_set_only_when_given_and_is_absolute() {
    assertFalse(ChildEnvironment.of(HOST, CodexOptions.defaults()).containsKey("CODEX_HOME"));
    assertEquals(
        "/inherited",
        ChildEnvironment.of(Map.of("CODEX_HOME", "/inherited"), CodexOptions.defaults())
            .get("CODEX_HOME"));
    CodexOptions options = CodexOptions.builder().codexHome(Path.of("here")).build();
    assertEquals(
        Path.of("here").toAbsolutePath().toString(),
        ChildEnvironment.of(Map.of("CODEX_HOME", "/inherited"), options).get("CODEX_HOME"));
  }

  @Test
  void rust_log_is_warn_unless_the_host_sets_it() {
    assertEquals("warn", ChildEnvironment.of(HOST, CodexOptions.defaults()).get("RUST_LOG"));
    assertEquals(
        "debug",
        ChildEnvironment.of(Map.of("RUST_LOG", "debug"), CodexOptions.defaults()).get("RUST_LOG"));
  }

  @Test
  void an_override_wins_over_the_host_the_rules_and_the_defaults() {
    CodexOptions options =
        CodexOptions.builder()
            .codexHome(Path.of("/given"))
            .environment("GH_TOKEN", "mine")
            .environment("RUST_LOG", "trace")
            .environment("CODEX_HOME", "/override")
            .environment("HOME", "")
            .build();
    Map<String, String> child = ChildEnvironment.of(HOST, options);
    assertEquals("mine", child.get("GH_TOKEN"));
    assertEquals("trace", child.get("RUST_LOG"));
    assertEquals("/override", child.get("CODEX_HOME"));
    assertEquals("", child.get("HOME"));
  }

  @Test
  void a_null_override_keeps_the_variable_from_the_child() {
    CodexOptions options =
        CodexOptions.builder().environment("RUST_LOG", null).environment("PATH", null).build();
    Map<String, String> child = ChildEnvironment.of(HOST, options);
    assertFalse(child.containsKey("RUST_LOG"));
    assertFalse(child.containsKey("PATH"));
    assertTrue(child.containsKey("HOME"));
  }

  @Test
  void tools_of_older_packages_come_first_on_the_path() {
    Map<String, String> child = ChildEnvironment.of(HOST, CodexOptions.defaults());
    assertEquals(
        Path.of("/tools") + File.pathSeparator + "/usr/bin",
        ChildEnvironment.searchingFirst(Path.of("/tools"), child).get("PATH"));
  }

  @Test
  void names_that_no_environment_can_hold_are_refused() {
    CodexOptions.Builder builder = CodexOptions.builder();
    assertThrows(IllegalArgumentException.class, () -> builder.environment("", "x"));
    assertThrows(IllegalArgumentException.class, () -> builder.environment("A=B", "x"));
    assertThrows(IllegalArgumentException.class, () -> builder.denyEnvironment(" "));
  }
}
