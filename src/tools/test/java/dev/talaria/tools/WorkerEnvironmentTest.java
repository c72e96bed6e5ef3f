package dev.talaria.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.talaria.codex.CodexOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a worker is handed, as Codex's configuration. */
class WorkerEnvironmentTest {

  @Test
  void variables_and_folders_become_overrides_in_toml() {
    WorkerEnvironment card =
        new WorkerEnvironment(
            "hermes-tools", Map.of("CARD", "T-\"1\" \\ ä"), List.of(Path.of("/b/../board")));
    assertEquals(
        List.of(
            Map.entry("mcp_servers.hermes-tools.env.CARD", "\"T-\\\"1\\\" \\\\ ä\""),
            Map.entry("sandbox_workspace_write.writable_roots", "[\"/board\"]")),
        List.copyOf(card.configure(CodexOptions.builder()).build().config().entrySet()));
    assertFalse(card.toString().contains("T-"), "a value may be a secret");
  }

  @Test
  void what_would_become_another_key_is_refused() {
    Map<String, String> none = Map.of();
    assertThrows(
        IllegalArgumentException.class, () -> new WorkerEnvironment("a.b", none, List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new WorkerEnvironment("a", Map.of("X.Y", "1"), List.of()));
    WorkerEnvironment lines = new WorkerEnvironment("a", Map.of("X", "1\n2"), List.of());
    assertThrows(IllegalArgumentException.class, () -> lines.configure(CodexOptions.builder()));
    assertThrows(
        IllegalArgumentException.class, () -> ToolBridge.process("a b", List.of("x"), none));
    assertThrows(IllegalArgumentException.class, () -> ToolBridge.process("a", List.of(), none));
  }
}
