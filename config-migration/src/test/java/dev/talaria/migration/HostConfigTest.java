package dev.talaria.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.migration.translate.ServerTranslation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The host's YAML: what is read, and what is said of what cannot be read. */
class HostConfigTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# nothing\n", "---\n", "mcp_servers:\n", "other: 1", "\ufeff"})
  void a_file_without_servers_has_none(String yaml) {
    HostConfig config = HostConfig.parse(yaml, "host.yaml");
    assertNull(config.mcpServers());
    assertEquals(Optional.empty(), config.hostTools());
  }

  @Test
  void a_byte_order_mark_and_shared_pieces_are_read() {
    HostConfig config =
        HostConfig.parse("\ufeffmcp_servers: {a: &a {command: x}, b: *a}\n", "host.yaml");
    assertEquals(
        Map.of("a", Map.of("command", "x"), "b", Map.of("command", "x")), config.mcpServers());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: 1\\nmcp_servers: [hunter2 | 2:22",
        "a: 1\\n\\tb: hunter2 | 2:1",
        "a: hunter2\\na: hunter2 | 2:1",
        "a: hunter2: b | 1:11",
        "- hunter2 | 1:1",
        "hunter2 | 1:1",
        "a: *hunter2 | 1:4",
        "a: !hunter2 b | 1:4",
        "a: !hunter2!x b | 1:4",
        "a: !!java.lang.hunter2 b | 1:4",
        "a: 'hunter2 | 1:12",
        "a: b\\n---\\nc: hunter2 | 2:1",
      })
  void a_problem_is_named_with_line_and_column_and_no_value(String yaml, String position) {
    String text = yaml.replace("\\n", "\n").replace("\\t", "\t");
    MigrationException e =
        assertThrows(MigrationException.class, () -> HostConfig.parse(text, "host.yaml"));
    assertTrue(e.getMessage().startsWith("host.yaml:" + position + ": "), e.getMessage());
    for (Throwable t = e; t != null; t = t.getCause()) {
      assertFalse(t.toString().contains("hunter2"), t.toString());
    }
  }

  @Test
  void a_bomb_of_aliases_and_a_deep_nest_are_refused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
    }
    for (String yaml : List.of(bomb.toString(), "a: " + "[".repeat(100_000), "a: \0")) {
      assertThrows(MigrationException.class, () -> HostConfig.parse(yaml, "host.yaml"));
    }
  }

  @Test
  void a_file_that_cannot_be_read_is_said_to_be_so(@TempDir Path folder) throws IOException {
    Path missing = folder.resolve("missing.yaml");
    assertTrue(refusal(missing).contains("there is no host configuration"));
    Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe9});
    assertTrue(refusal(latin).contains("UTF-8"));
    assertTrue(refusal(folder).contains("cannot read"), refusal(folder));
    Path large = Files.write(folder.resolve("large.yaml"), new byte[(4 << 20) + 1]);
    assertTrue(refusal(large).contains("larger"));
    Path good = Files.writeString(folder.resolve("good.yaml"), "mcp_servers: {}");
    assertEquals(Map.of(), HostConfig.read(good).mcpServers());
  }

  private static String refusal(Path file) {
    return assertThrows(MigrationException.class, () -> HostConfig.read(file)).getMessage();
  }

  @Test
  void the_hosts_own_server_is_read() {
    HostTools tools =
        tools("{command: host, args: [mcp, 1], env: {A: 1, B: '${B}'}, cwd: /x}").orElseThrow();
    assertEquals(
        new HostTools(
            "host", List.of("mcp", "1"), Map.of("A", "1", "B", "${B}"), Optional.of("/x")),
        tools);
    ServerTranslation translated =
        ServerTranslation.of(Map.of("talaria", tools.entry()), Optional.empty());
    assertEquals(
        """
        [mcp_servers.talaria]
        command = "host"
        args = ["mcp", "1"]
        env = { A = "1" }
        env_vars = ["B"]
        cwd = "/x"
        tool_timeout_sec = 600.0
        startup_timeout_sec = 30.0
        """,
        translated.servers().get(0).toml());
    assertEquals(
        new HostTools("host", List.of(), Map.of(), Optional.empty()),
        tools("{command: host}").orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "text",
        "{}",
        "{command: 1}",
        "{command: ''}",
        "{command: a, args: b}",
        "{command: a, args: [true]}",
        "{command: a, env: {B: null}}",
        "{command: a, cwd: 1}",
        "{command: a, unknown: 1}",
        "{command: a, 1: 1}"
      })
  void a_wrong_entry_for_the_hosts_own_server_is_refused(String yaml) {
    MigrationException e = assertThrows(MigrationException.class, () -> tools(yaml));
    assertTrue(e.getMessage().startsWith("host.yaml: host_tools"), e.getMessage());
  }

  private static Optional<HostTools> tools(String yaml) {
    return HostConfig.parse("host_tools: " + yaml, "host.yaml").hostTools();
  }
}
