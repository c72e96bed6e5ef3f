package dev.talaria.cli.service;

import dev.talaria.cli.process.CommandGroup;
import picocli.CommandLine.Command;

/** {@code talaria mcp}: the MCP servers of Codex's configuration. */
@Command(
    name = "mcp",
    description = "Lists Codex's MCP servers, and logs in to one.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {McpListCommand.class, McpLoginCommand.class})
public final class McpCommand extends CommandGroup {}
