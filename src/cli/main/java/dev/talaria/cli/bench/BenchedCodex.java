package dev.talaria.cli.bench;

import dev.talaria.cli.codex.CodexInstaller;
import dev.talaria.codex.CodexExecutable;
import dev.talaria.codex.CodexNotFoundException;
import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.CodexVersionException;
import java.nio.file.Path;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** The option that names the Codex of a benchmark. Not thread-safe. */
final class BenchedCodex {

  @Option(
      names = "--codex",
      paramLabel = "FILE",
      description = "The Codex executable. Default: the one that is found, or the pinned one.")
  private Path codex;

  /** Installs the pinned one, if it comes to that, and says so. */
  CodexExecutable locate(Consumer<String> progress) throws InterruptedException {
    try {
      return locate(codex);
    } catch (CodexNotFoundException | CodexVersionException e) {
      if (codex != null) {
        throw e;
      }
      return locate(CodexInstaller.pinned(progress));
    }
  }

  private static CodexExecutable locate(Path file) {
    CodexOptions.Builder options = CodexOptions.builder();
    if (file != null) {
      options.executable(file);
    }
    return CodexExecutable.locate(options.build());
  }
}
