package dev.talaria.cli;

import dev.talaria.cli.process.ConsoleCommand;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/**
 * {@code talaria completion}: what a shell needs to complete this command line.
 *
 * <p>Made by picocli for one run; belongs to its thread.
 */
@Command(
    name = "completion",
    description = "Prints a script that completes commands and options in bash and zsh.",
    footer = {
      "",
      "bash: source <(talaria completion)",
      "zsh: run 'autoload -Uz compinit && compinit' first, then the same.",
      "For all users: talaria completion > /usr/share/bash-completion/completions/talaria"
    })
final class CompletionCommand extends ConsoleCommand {

  @Override
  public Integer call() {
    out().print(AutoComplete.bash("talaria", Talaria.commandLine()));
    out().flush();
    return FINE;
  }
}
