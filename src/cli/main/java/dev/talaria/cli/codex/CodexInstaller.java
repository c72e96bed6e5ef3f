package dev.talaria.cli.codex;

import dev.talaria.codex.CodexExecutable;
import dev.talaria.codex.CodexNotFoundException;
import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.CodexVersion;
import dev.talaria.codex.CodexVersionException;
import dev.talaria.fixtures.PinnedCodex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Installs Codex with npm into Talaria's cache, where the library finds it.
 *
 * <p>Stateless. A Codex that cannot be installed is a missing one: the commands end with {@link
 * ConsoleCommand#NO_CODEX} then.
 */
public final class CodexInstaller {

  private CodexInstaller() {}

  /** The pinned release; {@code progress} gets a line now and then, on other threads too. */
  public static Path pinned(Consumer<String> progress) throws InterruptedException {
    return release(PinnedCodex.pinnedVersion(), progress);
  }

  /**
   * A release that is there already, or is installed now.
   *
   * @throws IllegalArgumentException if this is not an exact version
   * @throws CodexVersionException if it is older than {@link CodexVersion#MINIMUM}
   * @throws CodexNotFoundException if it cannot be installed
   */
  static Path release(String version, Consumer<String> progress) throws InterruptedException {
    CodexVersion wanted =
        CodexVersion.parse(version)
            .filter(parsed -> parsed.toString().equals(version))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "'%s' is not an exact version of Codex, such as %s"
                            .formatted(version, PinnedCodex.pinnedVersion())));
    if (!wanted.isAtLeast(CodexVersion.MINIMUM)) {
      throw new CodexVersionException(
          "Codex %s is not installed: Talaria needs %s or newer"
              .formatted(wanted, CodexVersion.MINIMUM));
    }
    try {
      return PinnedCodex.installAny(
              PinnedCodex.defaultCache(), version, progress, file -> check(file, wanted))
          .executable();
    } catch (IOException e) {
      throw new CodexNotFoundException(e.getMessage(), e);
    }
  }

  private static void check(Path executable, CodexVersion wanted) throws IOException {
    CodexVersion found =
        CodexExecutable.locate(CodexOptions.builder().executable(executable).build()).version();
    if (!found.equals(wanted)) {
      throw new IOException(
          "npm was asked for Codex %s and installed %s, which was removed again; check that npm's"
                  .formatted(wanted, found)
              + " registry is the right one, then try again");
    }
  }
}
