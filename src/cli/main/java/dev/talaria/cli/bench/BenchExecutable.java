package dev.talaria.cli.bench;

import dev.talaria.cli.codex.CodexInstaller;
import dev.talaria.codex.CodexExecutable;
import dev.talaria.codex.CodexNotFoundException;
import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.CodexVersionException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/**
 * Which Codex a command of {@code talaria bench} runs: a mixin.
 *
 * <p>Belongs to the one thread of its command.
 */
final class BenchExecutable {

  @Option(
      names = "--codex",
      paramLabel = "FILE",
      description = "Codex's executable; else the one that is found, or the pinned one.")
  private Path codex;

  /** Installs the pinned one, if it comes to that, and says so on standard error. */
  Path find(CommandLine line) throws InterruptedException {
    CodexOptions.Builder options = CodexOptions.builder();
    if (codex != null) {
      options.executable(codex);
    }
    try {
      return CodexExecutable.locate(options.build()).path();
    } catch (CodexNotFoundException | CodexVersionException e) {
      if (codex != null) {
        throw e;
      }
      return CodexInstaller.pinned(line.getErr()::println);
    }
  }
}
