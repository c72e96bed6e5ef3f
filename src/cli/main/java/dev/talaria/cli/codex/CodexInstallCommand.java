package dev.talaria.cli.codex;

import dev.talaria.base.VisibleText;
import dev.talaria.cli.process.ConsoleCommand;
import dev.talaria.codex.CodexExecutable;
import dev.talaria.codex.CodexVersion;
import dev.talaria.fixtures.PinnedCodex;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code talaria codex install}: a release of Codex into Talaria's cache, with npm. */
@Command(
    name = "install",
    description = {
      "Installs a release of Codex with npm into Talaria's cache, unless it is"
          + " already there, and prints its path.",
      "The cache is $$TALARIA_CACHE, or else the folder talaria in $$XDG_CACHE_HOME"
          + " or ~/.cache. The launcher ./talaria uses the folder .cache next to it."
    },
    footer = {"", "Exit codes: 0 fine, 2 misuse, 3 it cannot be installed or is too old."})
final class CodexInstallCommand extends ConsoleCommand {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "VERSION",
      description = "An exact version. Default: the version with which Talaria is tested.")
  private String version;

  @Override
  public Integer call() throws InterruptedException {
    String wanted = version == null ? PinnedCodex.pinnedVersion() : version;
    Path executable = CodexInstaller.release(wanted, line -> say(VisibleText.onOneLine(line)));
    out().println(executable);
    out().flush();
    CodexExecutable installed =
        new CodexExecutable(executable, CodexVersion.parse(wanted).orElseThrow());
    say("Codex " + wanted + " is installed. " + CodexListCommand.inUse(installed));
    return FINE;
  }
}
