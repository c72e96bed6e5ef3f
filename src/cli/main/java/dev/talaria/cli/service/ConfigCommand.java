package dev.talaria.cli.service;

import dev.talaria.cli.process.CommandGroup;
import picocli.CommandLine.Command;

/** {@code talaria config}: Codex's configuration, as Codex reads and writes it. */
@Command(
    name = "config",
    description = "Reads Codex's configuration, and sets values in the user's file.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {ConfigGetCommand.class, ConfigSetCommand.class})
public final class ConfigCommand extends CommandGroup {}
