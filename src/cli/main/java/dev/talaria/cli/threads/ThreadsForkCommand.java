package dev.talaria.cli.threads;

import dev.talaria.protocol.StoredThread;
import dev.talaria.session.CodexThreads;
import dev.talaria.session.ForkOptions;
import java.nio.file.Path;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code talaria threads fork}: a copy of a thread, whole or up to a turn. */
@Command(
    name = "fork",
    description = {
      "Copies a thread into a new one and prints the id of the copy. The original"
          + " stays as it is.",
      "Copying only a part, and changing settings, need Codex 0.145.0 or newer."
    },
    footer = {"", "Exit codes: 0 fine, 1 Codex refused, 2 misuse, 3 Codex missing or too old."})
final class ThreadsForkCommand extends ThreadCommand {

  @Parameters(
      paramLabel = "ID",
      description = "The id of the thread, as printed by 'talaria threads list'.")
  private String id;

  @ArgGroup private End end;

  /** Where the copy ends; at most one of the two. */
  private static final class End {

    @Option(
        names = "--through",
        paramLabel = "TURN",
        description = "The last turn in the copy; 'talaria threads show' lists them.")
    private String through;

    @Option(
        names = "--before",
        paramLabel = "TURN",
        description = "The first turn that is not in the copy.")
    private String before;
  }

  @Option(names = "--model", paramLabel = "ID", description = "The copy's model.")
  private String model;

  @Option(names = "--cwd", paramLabel = "DIR", description = "The copy's working directory.")
  private Path cwd;

  @Option(names = "--name", paramLabel = "TEXT", description = "The copy's name.")
  private String name;

  @Override
  public Integer call() {
    if (name != null && name.isBlank()) {
      throw misuse("--name must not be blank");
    }
    return super.call();
  }

  @Override
  int run(CodexThreads threads) {
    ForkOptions options = ForkOptions.all().model(model).cwd(cwd);
    if (end != null) {
      options = end.through == null ? options.before(end.before) : options.through(end.through);
    }
    StoredThread fork = threads.fork(id, options);
    if (name != null) {
      threads.name(fork.id(), name);
      fork = threads.read(fork.id());
    }
    if (json) {
      print(json(fork));
    } else {
      out().println(fork.id());
      out().flush();
    }
    return FINE;
  }
}
