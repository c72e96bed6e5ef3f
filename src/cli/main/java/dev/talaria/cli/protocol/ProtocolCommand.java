package dev.talaria.cli.protocol;

import dev.talaria.cli.process.CommandGroup;
import picocli.CommandLine.Command;

/** {@code talaria protocol}: what there is to know about versions of the app-server's protocol. */
@Command(
    name = "protocol",
    description = "Compares versions of the app-server's protocol.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ProtocolDiffCommand.class,
      ProtocolCheckCommand.class,
      ProtocolVersionsCommand.class,
      ProtocolSurveyCommand.class
    })
public final class ProtocolCommand extends CommandGroup {}
