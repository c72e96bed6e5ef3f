package dev.talaria.cli.codex;

import dev.talaria.base.VisibleText;
import dev.talaria.cli.process.ExitCode;
import dev.talaria.codex.CodexExecutable;
import dev.talaria.codex.CodexVersion;
import dev.talaria.fixtures.PinnedCodex;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code talaria codex install}: a release of Codex into Talaria's cache, with npm. */
@Command(
    name = "install",
    mixinStandardHelpOptions = true,
    description = {
      "Installs a release of Codex with npm into Talaria's cache, unless it is there, and prints"
          + " where it is.",
      "The cache is $$TALARIA_CACHE, else talaria in $$XDG_CACHE_HOME or ~/.cache; ./talaria uses"
          + " .cache beside itself."
    },
    footer = {"", "Exit codes: 0 fine, 2 misuse, 3 it cannot be installed or is too old."})
final class CodexInstallCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "VERSION",
      description = "An exact version; else the one that Talaria is tested with.")
  private String version;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    String wanted = version == null ? PinnedCodex.pinnedVersion() : version;
    Path executable =
        CodexInstaller.release(
            wanted,
            line -> {
              err.println(VisibleText.onOneLine(line));
              err.flush();
            });
    PrintWriter out = spec.commandLine().getOut();
    out.println(executable);
    out.flush();
    CodexExecutable installed =
        new CodexExecutable(executable, CodexVersion.parse(wanted).orElseThrow());
    err.println("Codex " + wanted + " is installed. " + CodexListCommand.inUse(installed));
    err.flush();
    return ExitCode.FINE;
  }
}
