package dev.talaria.cli.serve;

import picocli.CommandLine.Command;

/** {@code talaria serve}: starts a server, as {@code talaria serve start} does. */
@Command(
    name = "serve",
    description = {
      "Starts a Codex server that continues when this command and its terminal are"
          + " gone, or finds the one that is running.",
      "Each CODEX_HOME has one server."
    },
    synopsisSubcommandLabel = "[COMMAND]",
    subcommands = {ServeStartCommand.class, ServeStatusCommand.class, ServeStopCommand.class},
    footer = {
      "",
      "Exit codes: 0 the server is running, 1 it could not be started, 2 misuse, 3"
          + " Codex missing or too old."
    })
public final class ServeCommand extends StartingCommand {}
