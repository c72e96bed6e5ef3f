package dev.talaria.cli.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.codex.ConnectedCommand;
import dev.talaria.protocol.v2.McpAuthStatus;
import dev.talaria.protocol.v2.McpServerStatus;
import dev.talaria.session.Codex;
import java.util.List;
import java.util.TreeSet;
import picocli.CommandLine.Command;

/** {@code talaria mcp list}: the servers with their state and tools. */
@Command(
    name = "list",
    description = {
      "Lists the MCP servers of Codex's configuration with their login and their tools.",
      "Codex starts each of them, which may take a while."
    },
    footer = {"", "Exit codes: 0 fine, 1 Codex refused, 2 misuse, 3 Codex missing or too old."})
final class McpListCommand extends ConnectedCommand {

  @Override
  protected int run(Codex codex) {
    List<McpServerStatus> servers = codex.mcp().servers();
    if (json) {
      ObjectNode document = JsonNodeFactory.instance.objectNode();
      ArrayNode array = document.putArray("servers");
      servers.forEach(server -> array.add(server.json()));
      print(document);
      return FINE;
    }
    for (McpServerStatus server : servers) {
      out().println(VisibleText.onOneLine("%-16s  %s".formatted(server.name(), state(server))));
    }
    out().flush();
    if (servers.isEmpty()) {
      say("Codex's configuration has no MCP server.");
    }
    return FINE;
  }

  private static String state(McpServerStatus server) {
    if (server.authStatus() == McpAuthStatus.NOT_LOGGED_IN) {
      return "not logged in; 'talaria mcp login " + server.name() + "' does that";
    }
    return server
        .toolsError()
        .orElseGet(
            () ->
                server.tools().isEmpty()
                    ? "no tools"
                    : "tools: " + String.join(" ", new TreeSet<>(server.tools().keySet())));
  }
}
