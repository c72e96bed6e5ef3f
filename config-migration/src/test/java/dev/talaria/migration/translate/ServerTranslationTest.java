package dev.talaria.migration.translate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.migration.HostConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the translation, each with the entry as a host writes it. */
class ServerTranslationTest {

  private static ServerTranslation translate(String servers, String version) {
    return ServerTranslation.of(
        HostConfig.parse("mcp_servers: " + servers, "host.yaml").values().get("mcp_servers"),
        Optional.ofNullable(version));
  }

  private static ServerTranslation one(String entry) {
    return translate("{s: " + entry + "}", null);
  }

  /** The written lines of the one server, behind each other. */
  private static String lines(ServerTranslation translation) {
    assertEquals(List.of(), translation.errors());
    String text = translation.servers().get(0).toml();
    return text.substring(text.indexOf('\n') + 1).strip().replace("\n", "; ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{command: a, args: [1, 0.5, 1e3, x, '', 12345678901234567890123]}"
            + " | command = \"a\"; args = [\"1\", \"0.5\", \"1000.0\", \"x\", \"\","
            + " \"12345678901234567890123\"]",
        "{command: a, args: [], env: {}} | command = \"a\"; args = []; env = {}",
        "{command: a, env: {N: 1, F: 2.0, Z: ''}}"
            + " | command = \"a\"; env = { N = \"1\", F = \"2.0\", Z = \"\" }",
        "{command: a, timeout: ' 1e2 ', connect_timeout: 0}"
            + " | command = \"a\"; tool_timeout_sec = 100.0; startup_timeout_sec = 0.0",
        "{command: a, timeout: -0.0} | command = \"a\"; tool_timeout_sec = 0.0",
        "{enabled: false, command: a, required: true}"
            + " | command = \"a\"; required = true; enabled = false",
        "{command: a, transport: stdio, description: [1]} | command = \"a\"",
        "{url: u, transport: streamable-http} | url = \"u\"",
        // References
        "{command: a, env: {FOO: '${FOO}', BAR: 'env:BAR', C: x}, env_vars: [Z, BAR, Z]}"
            + " | command = \"a\"; env = { C = \"x\" }; env_vars = [\"Z\", \"BAR\", \"FOO\"]",
        "{command: a, env: {FOO: '${FOO}'}, env_vars: [{name: FOO, source: remote}]}"
            + " | command = \"a\"; env_vars = [{ name = \"FOO\", source = \"remote\" }]",
        "{command: a, env: {P: 'env: x', Q: '$Q', R: 'env:'}}"
            + " | command = \"a\"; env = { P = \"env: x\", Q = \"$Q\", R = \"env:\" }",
        "{url: u, headers: {authorization: 'Bearer ${T}'}}"
            + " | url = \"u\"; bearer_token_env_var = \"T\"",
        "{url: u, headers: {Authorization: 'bearer  env:T'}}"
            + " | url = \"u\"; bearer_token_env_var = \"T\"",
        "{url: u, headers: {Authorization: '${T}', X-A: 'env:A', B: c}}"
            + " | url = \"u\"; http_headers = { B = \"c\" };"
            + " env_http_headers = { Authorization = \"T\", X-A = \"A\" }",
        "{url: u, http_headers: {A: '${B}'}, env_http_headers: {C: D}}"
            + " | url = \"u\"; env_http_headers = { A = \"B\", C = \"D\" }",
        "{url: u, headers: {Authorization: 'Bearer ${T}'}, bearer_token_env_var: T}"
            + " | url = \"u\"; bearer_token_env_var = \"T\"",
        "{url: u, headers: {}} | url = \"u\"; http_headers = {}",
        // Codex's own keys
        "{url: u, scopes: [b], enabled_tools: [], startup_timeout_ms: 5, disabled_tools: [x]}"
            + " | url = \"u\"; disabled_tools = [\"x\"]; enabled_tools = []; scopes = [\"b\"];"
            + " startup_timeout_ms = 5",
        "{command: a, tools: {t: {approval_mode: approve}, u: {}},"
            + " default_tools_approval_mode: writes}"
            + " | command = \"a\"; default_tools_approval_mode = \"writes\";"
            + " tools = { t = { approval_mode = \"approve\" }, u = {} }",
        "{command: a, startup_readiness: catalog, supports_parallel_tool_calls: false}"
            + " | command = \"a\"; startup_readiness = \"catalog\";"
            + " supports_parallel_tool_calls = false",
        "{command: a, startup_timeout_sec: 3, tool_timeout_sec: '4'}"
            + " | command = \"a\"; tool_timeout_sec = 4.0; startup_timeout_sec = 3.0",
      })
  void an_entry_becomes_a_table(String entry, String expected) {
    assertEquals(expected, lines(one(entry)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{command: a, timeout: soon, connect_timeout: nan}"
            + " | [timeout (not numeric), connect_timeout (not numeric)]",
        "{command: a, timeout: 1, tool_timeout_sec: 2} | [timeout (tool_timeout_sec is set)]",
        "{url: u, transport: SSE} | [transport=sse (codex auto-negotiates)]",
        "{url: u, transport: pigeon} | [transport (unknown; codex auto-negotiates)]",
        "{url: 1, command: a} | [url (both command and url set; preferring stdio)]",
        "{command: a, zz: 1, aa: 2, 7: 1, sampling: {}}"
            + " | [zz (unknown key), aa (unknown key), a key that is a number (unknown key),"
            + " sampling (no codex equivalent)]",
        "{command: a, headers: 1, http_headers: 1, bearer_token_env_var: 1, env_http_headers: 1}"
            + " | [headers (only for servers with a url), http_headers (only for servers with a"
            + " url), bearer_token_env_var (only for servers with a url), env_http_headers (only"
            + " for servers with a url)]",
        "{url: u, args: 1, env: 1, cwd: 1, env_vars: 1}"
            + " | [args (only for servers with a command), env (only for servers with a command),"
            + " cwd (only for servers with a command), env_vars (only for servers with a command)]",
      })
  void a_key_that_is_left_out_is_noted_with_the_reason(String entry, String expected) {
    ServerTranslation translation = one(entry);
    assertEquals(List.of(), translation.errors());
    assertEquals(expected, translation.skippedKeys().get("s").toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | no command or url field",
        "{description: x} | no command or url field",
        "text | no transport configured",
        "null | no command or url field",
        "[] | no transport configured",
        "{command: null} | command is nothing (null), must be a text",
        "{command: 1} | command is a number, must be a text",
        "{command: ' '} | command is empty",
        "{command: [a]} | command is a list, must be a text",
        "{url: ''} | url is empty",
        "{url: true} | url is a boolean, must be a text",
        "{command: a, cwd: {}} | cwd is a map, must be a text",
        "{command: a, args: abc} | args is a text, must be a list",
        "{command: a, args: null} | args is nothing (null), must be a list",
        "{command: a, args: [[b]]} | args[0] is a list, must be a text or a number;"
            + " quote it if it is a text",
        "{command: a, args: [b, .nan]} | args[1] is not a finite number; quote it if it is a text",
        "{command: a, args: [-.inf]} | args[0] is not a finite number; quote it if it is a text",
        "{command: a, env: [B=c]} | env is a list, must be a map of names to values",
        "{command: a, env: {B: true}} | env.B is a boolean, must be a text or a number;"
            + " quote it if it is a text",
        "{command: a, env: {1: b}} | env has a name that is not a text, or is empty: put the"
            + " name in"
            + " quotes",
        "{command: a, env: {'B=C': b}} | env.B=C is not the name of an environment variable",
        "{command: a, timeout: true} | timeout is a boolean, must be a number of seconds",
        "{command: a, timeout: null} | timeout is nothing (null), must be a number of seconds",
        "{command: a, timeout: .nan} | timeout must be from 0 to 1000000000 seconds",
        "{command: a, timeout: .inf} | timeout must be from 0 to 1000000000 seconds",
        "{command: a, timeout: '1e999'} | timeout must be from 0 to 1000000000 seconds",
        "{command: a, connect_timeout: -1} | connect_timeout must be from 0 to 1000000000 seconds",
        "{command: a, connect_timeout: []} | connect_timeout is a list, must be a number of"
            + " seconds",
        "{command: a, enabled: 'no'} | enabled is a text, must be true or false, without quotes",
        "{command: a, enabled: 0} | enabled is a number, must be true or false, without quotes",
        "{command: a, transport: 1} | transport is a number, must be a text",
        "{url: u, headers: [a]} | headers is a list, must be a map of names to values",
        "{url: u, headers: {A: null}} | headers.A is nothing (null), must be a text or a number;"
            + " quote it if it is a text",
        "{url: u, headers: {A: b, a: c}} | headers.a is a header that the entry gives twice: keep"
            + " one of them",
        "{url: u, headers: {authorization: x}, bearer_token_env_var: T} | bearer_token_env_var is a"
            + " header that the entry gives twice: keep one of them",
        "{url: u, bearer_token: hunter2} | bearer_token is refused by Codex: put the token in an"
            + " environment variable and name it in bearer_token_env_var",
        "{url: u, bearer_token_env_var: sk-hunter2} | bearer_token_env_var must be the name of an"
            + " environment variable (letters, digits, _)",
        "{url: u, env_http_headers: {A: 'b c'}} | env_http_headers.A must be the name of an"
            + " environment variable (letters, digits, _)",
        "{command: a, env_vars: A} | env_vars is a text, must be a list",
        "{command: a, env_vars: [1]} | env_vars[0] is a number, must be a text",
        "{command: a, env_vars: [{source: local}]} | env_vars[0] must have a name, may have a"
            + " source, no more",
        "{command: a, env_vars: [{name: A, source: x}]} | env_vars[0].source must be one of local,"
            + " remote",
        "{command: a, enabled_tools: a} | enabled_tools is a text, must be a list",
        "{command: a, disabled_tools: [1]} | disabled_tools[0] is a number, must be a text",
        "{command: a, required: 'yes'} | required is a text, must be true or false, without quotes",
        "{command: a, startup_timeout_ms: 1.5} | startup_timeout_ms is a number, must be a whole"
            + " number of milliseconds",
        "{command: a, startup_timeout_ms: -1} | startup_timeout_ms must be from 0 to 1000000000000"
            + " milliseconds",
        "{command: a, default_tools_approval_mode: never} | default_tools_approval_mode must be one"
            + " of approve, auto, prompt, writes",
        "{command: a, tools: {t: {mode: x}}} | tools.t has an unknown key: only approval_mode is"
            + " known",
        "{command: a, tools: {t: {approval_mode: x}}} | tools.t.approval_mode must be one of"
            + " approve, auto, prompt, writes",
        "{command: a, startup_readiness: x} | startup_readiness must be one of catalog, connection",
        "{command: '', timeout: true} | command is empty; timeout is a boolean, must be a number of"
            + " seconds",
      })
  void a_wrong_entry_is_an_error_of_that_server(String entry, String expected) {
    ServerTranslation translation = translate("{bad: " + entry + ", good: {command: a}}", null);
    assertEquals(List.of("server 'bad' skipped: " + expected), translation.errors());
    assertEquals(List.of("good"), names(translation));
    assertEquals(Map.of(), translation.skippedKeys());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{command: a, env: {FOO: '${BAR}'}} | env.FOO | under their own name; write \"${FOO}\"",
        "{command: a, env: {FOO: 'x-${FOO}'}} | env.FOO | under their own name; write \"${FOO}\"",
        "{command: a, env: {FOO: '${FOO:-x}'}} | env.FOO | under their own name; write \"${FOO}\"",
        "{command: a, args: ['--k=${FOO}']} | args[0] | which Codex does not expand there",
        "{command: a, args: ['env:FOO']} | args[0] | which Codex does not expand there",
        "{command: '${FOO}/a'} | command | which Codex does not expand there",
        "{command: a, cwd: '${HOME}'} | cwd | which Codex does not expand there",
        "{url: 'https://${FOO}/'} | url | which Codex does not expand there",
        "{url: u, headers: {A: 'x ${FOO}'}} | headers.A | let the variable hold the whole value",
        "{url: u, headers: {Authorization: 'Basic env:FOO'}} | headers.Authorization | let the"
            + " variable hold the whole value",
      })
  void a_reference_that_codex_cannot_follow_is_an_error(String entry, String place, String advice) {
    ServerTranslation translation = one(entry);
    String error = translation.errors().get(0);
    assertTrue(error.startsWith("server 's' skipped: " + place + " "), error);
    assertTrue(error.contains(advice), error);
    assertEquals(List.of(), translation.servers());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{command: a, env: {GITHUB_TOKEN: hunter2}} | env.GITHUB_TOKEN | ${GITHUB_TOKEN}",
        "{command: a, env: {X: sk-hunter2hunter2}} | env.X | ${X}",
        "{command: a, env: {DB_URL: 'postgres://u:hunter2@h'}} | env.DB_URL | ${DB_URL}",
        "{command: a, enabled_tools: [sk-hunter2hunter2]} | enabled_tools | ${NAME}",
        "{command: a, tools: {sk-hunter2hunter2: {}}} | tools | ${NAME}",
        "{command: a, env: {AUTH: 12345}} | env.AUTH | ${AUTH}",
        "{command: a, args: [--token, hunter2]} | args[1] | ${NAME}",
        "{command: a, args: ['--api-key=hunter2']} | args[0] | ${NAME}",
        "{command: a, args: [-e, 'MY_SECRET=hunter2']} | args[1] | ${NAME}",
        "{url: 'https://hunter2@h/'} | url | headers",
        "{url: 'https://u:hunter2@h/'} | url | headers",
        "{url: 'https://h/?access_token=hunter2'} | url | headers",
        "{url: u, headers: {authorization: 'Bearer hunter2'}} | headers.authorization | Bearer"
            + " ${NAME}",
        "{url: u, headers: {X-Api-Key: hunter2}} | headers.X-Api-Key | ${NAME}",
      })
  void a_secret_that_is_written_out_is_kept_with_a_warning(
      String entry, String place, String advice) {
    ServerTranslation translation = one(entry);
    assertEquals(List.of(), translation.errors());
    assertEquals(1, translation.warnings().size(), translation.warnings().toString());
    String warning = translation.warnings().get(0);
    assertTrue(warning.startsWith("server 's': " + place + " looks like a secret"), warning);
    assertTrue(warning.contains(advice), warning);
    assertFalse(warning.contains("hunter2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{command: a, env: {MAX_TOKENS: 5, AUTHOR: me, TOKEN: '', USE_KEY: 'true', PATTERN: x}}",
        "{command: a, args: [--key-file, f, --max-tokens, 5, --token, --other, '-y', 'a@1.2']}",
        "{url: 'https://h/a@b?c=d@e', headers: {Accept: json}}"
      })
  void what_is_no_secret_gives_no_warning(String entry) {
    assertEquals(List.of(), one(entry).warnings());
  }

  @Test
  void a_number_with_a_point_among_the_arguments_is_pointed_at() {
    assertEquals(
        List.of(
            "server 's': args[1] is a number with a decimal point; quote it if its spelling"
                + " matters"),
        one("{command: a, args: [1, 1.10]}").warnings());
  }

  @Test
  void a_key_or_mode_that_the_version_does_not_know_is_not_written() {
    String entry = "{s: {command: a, startup_readiness: catalog}}";
    for (String old : List.of("0.125.0", "0.130.0", "v0.168.9-alpha.1")) {
      assertEquals(
          Map.of("s", List.of("startup_readiness (unknown to codex " + old + ")")),
          translate(entry, old).skippedKeys());
    }
    for (String newer : List.of("0.169.0", "0.170.0-alpha", "1.0.0", "nightly")) {
      assertEquals(Map.of(), translate(entry, newer).skippedKeys());
    }
    assertEquals(
        List.of(
            "server 's' skipped: default_tools_approval_mode must be one of approve, auto, prompt"),
        translate("{s: {command: a, default_tools_approval_mode: writes}}", "0.130.0").errors());
  }

  @Test
  void servers_are_sorted_by_code_point_whatever_their_names() {
    ServerTranslation translation =
        translate(
            "{\"\\U0001F600\": {command: a}, \"\\uFF5E\": {command: a}, é: {command: a},"
                + " a.b: {command: a}, B: {command: a}, ' ': {command: a}}",
            null);
    assertEquals(List.of(" ", "B", "a.b", "é", "\uff5e", "\ud83d\ude00"), names(translation));
  }

  @Test
  void a_name_that_is_none_is_an_error() {
    ServerTranslation translation =
        translate("{'': {command: a}, \"a\\u001Bb\": {command: a}, 1: {command: a}}", null);
    assertEquals(
        List.of(
            "a server skipped: its name is a number, must be a text: put the name in quotes",
            "server '' skipped: its name is empty",
            "server 'a\\u001bb' skipped: its name has a control character: rename it"),
        translation.errors());
  }

  @Test
  void half_of_a_surrogate_pair_is_an_error_of_that_server() {
    Map<String, Object> servers =
        Map.of(
            "a", Map.of("command", "\ud800"),
            "\udc00", Map.of("command", "a"),
            "c", Map.of("command", "c"));
    ServerTranslation translation = ServerTranslation.of(servers, Optional.empty());
    assertEquals(List.of("c"), names(translation));
    assertEquals(
        List.of(
            "server 'a' skipped: a text holds half of a surrogate pair",
            "server '\\udc00' skipped: a text holds half of a surrogate pair"),
        translation.errors());
  }

  @ParameterizedTest
  @CsvSource({"text, a text", "[], a list", "1, a number", "true, a boolean"})
  void servers_that_are_no_map_are_one_error(String yaml, String type) {
    assertEquals(
        List.of(
            "mcp_servers is not a map but "
                + type
                + ": it must hold a map for each server under the server's name"),
        translate(yaml, null).errors());
    assertEquals(List.of(), translate("null", null).errors());
  }

  @Test
  void a_structure_that_contains_itself_is_survived() {
    List<Object> list = new ArrayList<>();
    list.add(list);
    ServerTranslation translation =
        ServerTranslation.of(
            Map.of("a", Map.of("command", "x", "args", list), "b", Map.of("url", "u", "z", list)),
            Optional.empty());
    assertEquals(1, translation.errors().size());
    assertEquals(List.of("b"), names(translation));
  }

  private static List<String> names(ServerTranslation translation) {
    return translation.servers().stream().map(CodexMcpServer::name).toList();
  }
}
