package dev.talaria.cli.threads;

import dev.talaria.cli.process.ConsoleCommand;
import picocli.CommandLine.Command;

/** {@code talaria threads}: the threads that Codex keeps, whether open or not. */
@Command(
    name = "threads",
    description = "Lists, shows, copies and deletes the threads that Codex keeps.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ThreadsListCommand.class,
      ThreadsShowCommand.class,
      ThreadsForkCommand.class,
      ThreadsDeleteCommand.class
    })
public final class ThreadsCommand extends ConsoleCommand {

  /** Without a command there is nothing to do but to say what there is. */
  @Override
  public Integer call() {
    help(spec.commandLine(), err());
    return MISUSE;
  }
}
