package dev.talaria.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers for one session: secrets in the environment, everything else in the configuration. */
class ScopedServersTest {

  private static ScopedServers scoped(String servers) {
    return scoped(servers, "0.169.0");
  }

  private static ScopedServers scoped(String servers, String version) {
    return ScopedServers.of(HostConfig.parse("mcp_servers: " + servers, "host.yaml"), version);
  }

  @Test
  void without_servers_there_is_nothing_to_give() {
    ScopedServers none = scoped("{}");
    assertEquals(Map.of(), none.config());
    assertEquals(Map.of(), none.environment());
    assertEquals(List.of(), none.commandLine());
  }

  @Test
  void a_secret_of_the_environment_goes_through_the_environment() {
    ScopedServers servers = scoped("{s: {command: a, env: {API_KEY: hunter2, MODE: fast}}}");
    assertEquals(
        Map.of(
            "mcp_servers",
            Map.of(
                "s",
                Map.of(
                    "command", "a",
                    "env", Map.of("MODE", "fast"),
                    "env_vars", List.of("API_KEY")))),
        servers.config());
    assertEquals(Map.of("API_KEY", "hunter2"), servers.environment());
    assertEquals(
        List.of(
            "-c",
            "mcp_servers.s={ command = \"a\", env = { MODE = \"fast\" }, env_vars = [\"API_KEY\"]"
                + " }"),
        servers.commandLine());
    assertEquals(List.of(), servers.warnings());
  }

  @Test
  void secrets_in_headers_go_through_generated_variables() {
    ScopedServers servers =
        scoped(
            "{my-s: {url: u, headers: {Authorization: 'bearer  hunter2', X-Api-Key: hunter3, A: b}},"
                + " my.s: {url: u, headers: {authorization: Basic hunter4, X-Api-Key: hunter5}}}");
    assertEquals(
        Map.of(
            "TALARIA_MCP_MY_S_AUTHORIZATION", "hunter2",
            "TALARIA_MCP_MY_S_X_API_KEY", "hunter3",
            "TALARIA_MCP_MY_S_AUTHORIZATION_2", "Basic hunter4",
            "TALARIA_MCP_MY_S_X_API_KEY_2", "hunter5"),
        servers.environment());
    assertEquals(
        List.of(
            "-c",
            "mcp_servers={ \"my.s\" = { url = \"u\","
                + " env_http_headers = { authorization = \"TALARIA_MCP_MY_S_AUTHORIZATION_2\","
                + " X-Api-Key = \"TALARIA_MCP_MY_S_X_API_KEY_2\" } } }",
            "-c",
            "mcp_servers.my-s={ url = \"u\","
                + " bearer_token_env_var = \"TALARIA_MCP_MY_S_AUTHORIZATION\","
                + " http_headers = { A = \"b\" },"
                + " env_http_headers = { X-Api-Key = \"TALARIA_MCP_MY_S_X_API_KEY\" } }"),
        servers.commandLine());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{a: {command: a, env: {X_TOKEN: one}}, b: {command: b, env: {X_TOKEN: two}}}",
        "{a: {command: a, env: {X_TOKEN: one}}, b: {command: b, env: {X_TOKEN: '${X_TOKEN}'}}}",
        "{a: {command: a, env_vars: [X_TOKEN]}, b: {command: b, env: {X_TOKEN: two}}}",
        "{a: {url: a, bearer_token_env_var: X_TOKEN}, b: {command: b, env: {X_TOKEN: two}}}",
        "{a: {url: a, headers: {A: '${X_TOKEN}'}}, b: {command: b, env: {X_TOKEN: two}}}",
      })
  void two_values_for_one_variable_are_an_error_of_the_second_server(String yaml) {
    ScopedServers servers = scoped(yaml);
    assertEquals(List.of("a"), names(servers));
    assertEquals(1, servers.errors().size());
    String error = servers.errors().get(0);
    assertTrue(error.startsWith("server 'b' skipped: "), error);
    assertTrue(error.contains("different value for the variable X_TOKEN"), error);
    assertFalse(servers.environment().containsValue("two"));
  }

  @Test
  void one_value_for_two_servers_and_a_server_that_is_left_out_are_no_conflict() {
    ScopedServers servers =
        scoped(
            "{a: {command: a, env: {X_TOKEN: one, PATH_TOKEN: x, OPENAI_API_KEY: y}},"
                + " b: {command: b, env: {X_TOKEN: two}}, c: {command: c, env: {X_TOKEN: two}}}");
    assertEquals(List.of("b", "c"), names(servers));
    assertEquals(Map.of("X_TOKEN", "two"), servers.environment());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{command: a, env: {OPENAI_API_KEY: hunter2}} | env.OPENAI_API_KEY would change",
        "{command: a, env: {CODEX_TOKEN: hunter2}} | env.CODEX_TOKEN would change",
        "{command: a, env: {https_proxy: 'http://u:hunter2@h'}} | env.https_proxy would change",
        "{command: a, env: {PATH: 'http://u:hunter2@h'}} | env.PATH would change",
        "{command: a, env: {A_TOKEN: \"hunter2\\0\"}} | env.A_TOKEN holds the character U+0000",
        "{command: a, args: [--token, hunter2]} | args[1] looks like a secret",
        "{url: 'https://hunter2@h'} | url looks like a secret",
      })
  void a_secret_that_has_no_way_is_an_error(String entry, String expected) {
    ScopedServers servers = scoped("{s: " + entry + "}");
    assertEquals(Map.of(), servers.config());
    assertEquals(Map.of(), servers.environment());
    String error = servers.errors().get(0);
    assertTrue(error.startsWith("server 's' skipped: " + expected), error);
    assertFalse(error.contains("hunter2"), error);
  }

  @Test
  void a_variable_of_codex_own_without_a_secret_stays_in_the_configuration() {
    ScopedServers servers = scoped("{s: {command: a, env: {PATH: /bin, CODEX_HOME: /x}}}");
    assertEquals(Map.of(), servers.environment());
    assertEquals(
        List.of(
            "-c",
            "mcp_servers.s={ command = \"a\", env = { PATH = \"/bin\", CODEX_HOME = \"/x\" } }"),
        servers.commandLine());
  }

  @Test
  void a_literal_replaces_a_given_variable_of_its_name() {
    ScopedServers servers =
        scoped(
            "{s: {command: a, env: {A_TOKEN: one},"
                + " env_vars: [{name: A_TOKEN, source: remote}, B]}}");
    assertEquals(List.of(), servers.errors());
    assertTrue(servers.commandLine().get(1).contains("env_vars = [\"B\", \"A_TOKEN\"]"));
  }

  @Test
  void servers_whose_names_need_quotes_are_in_one_word_in_front_of_the_others() {
    assertEquals(
        List.of(
            "-c",
            "mcp_servers={ \"b c\" = { command = \"b\" }, \"d.e\" = { command = \"d\" } }",
            "-c",
            "mcp_servers.a={ command = \"a\" }",
            "-c",
            "mcp_servers.c={ command = \"c\" }"),
        scoped("{a: {command: a}, b c: {command: b}, c: {command: c}, d.e: {command: d}}")
            .commandLine());
  }

  @Test
  void a_name_with_a_dot_is_for_newer_versions() {
    String yaml = "{a.b: {command: x, zz: 1}, 'c d': {command: x, zz: 1}}";
    assertEquals(List.of("a.b", "c d"), names(scoped(yaml)));
    ScopedServers old = scoped(yaml, "0.130.0");
    assertEquals(List.of("c d"), names(old));
    assertEquals(Map.of("c d", List.of("zz (unknown key)")), old.skippedKeys());
    assertTrue(old.errors().get(0).contains("has a dot"), old.errors().get(0));
  }

  private static List<String> names(ScopedServers servers) {
    return ((Map<?, ?>) servers.config().get("mcp_servers"))
        .keySet().stream().map(String.class::cast).toList();
  }
}
