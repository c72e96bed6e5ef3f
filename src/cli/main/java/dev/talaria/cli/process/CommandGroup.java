package dev.talaria.cli.process;

/** A command that has only commands below it: without one of them it says what there is. */
public abstract class CommandGroup extends ConsoleCommand {

  @Override
  public final Integer call() {
    help(spec.commandLine(), err());
    return MISUSE;
  }
}
