package dev.talaria.cli;

import dev.talaria.cli.process.ConsoleCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code talaria record FILE -- run …}: another command, with its connection recorded. */
@Command(
    name = "record",
    description = {
      "Runs another command and records every message between Talaria and Codex.",
      "Tokens, keys, the home directory and the user's name are masked. The file is new and"
          + " readable by you only. Example: talaria record bug.jsonl -- run \"Fix the test\""
    })
final class RecordCommand extends ConsoleCommand {

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "The file for the recording, which must not exist yet.")
  private Path file;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "COMMAND",
      description = "The command and its arguments, after '--'.")
  private List<String> command;

  @Override
  public Integer call() {
    CommandLine line = spec.commandLine();
    List<String> arguments = new ArrayList<>(command);
    CommandLine inner = Talaria.commandLine();
    CommandLine recorded = inner.getSubcommands().get(arguments.get(0));
    if (recorded == null || recorded.getCommandSpec().findOption("--record-to") == null) {
      throw new IllegalArgumentException(
          "'" + arguments.get(0) + "' cannot be recorded; put 'run' with its arguments after '--'");
    }
    arguments.add(1, file.toString());
    arguments.add(1, "--record-to");
    inner.setOut(line.getOut());
    inner.setErr(line.getErr());
    int exit = inner.execute(arguments.toArray(String[]::new));
    line.getErr().println("Recorded to " + file);
    return exit;
  }
}
