package dev.talaria.cli.serve;

import picocli.CommandLine.Command;

/** {@code talaria serve start}. */
@Command(
    name = "start",
    description = "Starts a Codex server, or finds the one that is running.",
    footer = {
      "",
      "Exit codes: 0 the server is running, 1 it could not be started, 2 misuse, 3"
          + " Codex missing or too old."
    })
final class ServeStartCommand extends StartingCommand {}
