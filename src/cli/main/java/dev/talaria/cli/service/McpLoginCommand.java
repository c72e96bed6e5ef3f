package dev.talaria.cli.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.codex.ConnectedCommand;
import dev.talaria.service.McpService;
import dev.talaria.session.Codex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code talaria mcp login}: an OAuth login at a server, in a browser. */
@Command(
    name = "login",
    description = "Logs in to an MCP server (OAuth), in a browser on this machine.",
    footer = {
      "",
      "Exit codes: 0 logged in, 1 refused or failed, 2 misuse, 3 Codex missing or too old."
    })
final class McpLoginCommand extends ConnectedCommand {

  @Parameters(paramLabel = "SERVER", description = "The server's name in the configuration.")
  private String server;

  @Override
  protected int run(Codex codex) {
    McpService.Login login = codex.mcp().login(server);
    say("Open this address in a browser on this machine:");
    say("  " + login.url());
    say("Waiting for the login. Ctrl-C gives up.");
    await(login.end());
    if (json) {
      print(JsonNodeFactory.instance.objectNode().put("server", server));
    } else {
      out().println("Logged in to " + VisibleText.onOneLine(server) + ".");
      out().flush();
    }
    return FINE;
  }
}
