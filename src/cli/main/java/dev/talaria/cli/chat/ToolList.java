package dev.talaria.cli.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.VisibleText;
import dev.talaria.tools.HostTool;
import java.time.Duration;
import java.util.Map;

/** The tools that the model has from the host and from MCP servers, for people. Stateless. */
final class ToolList {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int LONGEST = 70;

  private ToolList() {}

  /** Asks Codex; waits for it. */
  static String of(ChatSession session) {
    StringBuilder text = new StringBuilder();
    for (HostTool tool : session.tools().all()) {
      text.append("  host  ").append(tool.name()).append(described(tool.description()));
    }
    JsonNode servers =
        session.codex().call("mcpServerStatus/list", Map.of(), JsonNode.class, LIMIT).path("data");
    for (JsonNode server : servers) {
      String name = VisibleText.onOneLine(server.path("name").asText(), LONGEST);
      for (Map.Entry<String, JsonNode> tool : server.path("tools").properties()) {
        text.append("  mcp   ")
            .append(name + "." + VisibleText.onOneLine(tool.getKey(), LONGEST))
            .append(described(tool.getValue().path("description").asText("")));
      }
      if (server.path("tools").isEmpty()) {
        text.append("  mcp   ").append(name).append("  (no tools)\n");
      }
    }
    return text + "  Codex's own tools (commands, patches, search) are there besides.";
  }

  private static String described(String description) {
    String line = VisibleText.onOneLine(description.lines().findFirst().orElse(""), LONGEST);
    return (line.isEmpty() ? "" : "  " + line) + "\n";
  }
}
