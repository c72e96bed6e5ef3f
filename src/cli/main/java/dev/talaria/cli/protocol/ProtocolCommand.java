package dev.talaria.cli.protocol;

import dev.talaria.cli.process.ConsoleCommand;
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
public final class ProtocolCommand extends ConsoleCommand {

  /** Without a command there is nothing to do but to say what there is. */
  @Override
  public Integer call() {
    help(spec.commandLine(), err());
    return MISUSE;
  }
}
