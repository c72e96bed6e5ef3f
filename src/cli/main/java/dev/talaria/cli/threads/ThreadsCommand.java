package dev.talaria.cli.threads;

import dev.talaria.cli.process.CommandGroup;
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
public final class ThreadsCommand extends CommandGroup {}
