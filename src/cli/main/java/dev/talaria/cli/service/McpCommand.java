package dev.talaria.cli.service;

import dev.talaria.cli.process.ConsoleCommand;
import picocli.CommandLine.Command;

/** {@code talaria mcp}: the MCP servers of Codex's configuration. */
@Command(
    name = "mcp",
    description = "Lists Codex's MCP servers, and logs in to one.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {McpListCommand.class, McpLoginCommand.class})
public final class McpCommand extends ConsoleCommand {

  /** Without a command there is nothing to do but to say what there is. */
  @Override
  public Integer call() {
    help(spec.commandLine(), err());
    return MISUSE;
  }
}
