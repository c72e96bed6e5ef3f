package dev.talaria.cli.codex;

import dev.talaria.base.TalariaException;
import dev.talaria.cli.process.ConsoleCommand;
import dev.talaria.session.Codex;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that starts a Codex, asks it something and ends it. */
public abstract class ConnectedCommand extends ConsoleCommand {

  @Mixin private CodexSelection selection;

  @Option(names = "--json", description = "Prints one JSON document on standard output.")
  protected boolean json;

  @Override
  public Integer call() {
    try (Codex codex = Codex.launch(selection.options().build())) {
      return run(codex);
    }
  }

  /** Does what was asked for, and returns the exit code. */
  protected abstract int run(Codex codex);

  /** Waits for a future of Codex without a time limit; its failure comes out as it is. */
  protected static <T> T await(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof TalariaException known) {
        throw known;
      }
      throw e;
    }
  }
}
