package dev.talaria.cli.codex;

import dev.talaria.base.TalariaException;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.process.ConsoleCommand;
import dev.talaria.codex.CodexExecutable;
import dev.talaria.codex.CodexOptions;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code talaria codex}: which releases of Codex Talaria has installed, and which one is used. */
@Command(
    name = "codex",
    description = {
      "Lists the releases of Codex that Talaria has installed, and the one that is used.",
      "That is the one named by --codex, or else by $$TALARIA_CODEX, or else codex on"
          + " the path, or else the newest installed one."
    },
    synopsisSubcommandLabel = "[COMMAND]",
    subcommands = CodexInstallCommand.class)
public final class CodexListCommand extends ConsoleCommand {

  @Override
  public Integer call() {
    List<CodexExecutable> installed = CodexExecutable.installed();
    CodexExecutable used = CodexExecutable.locate(CodexOptions.defaults());
    PrintWriter out = out();
    if (!installed.contains(used)) {
      out.println(row(used, "in use"));
    }
    installed.forEach(one -> out.println(row(one, one.equals(used) ? "in use" : "")));
    out.flush();
    return FINE;
  }

  /**
   * Which Codex is used from now on, and why.
   *
   * @param installed a release that was put there on purpose, which may be another one
   */
  static String inUse(CodexExecutable installed) {
    CodexExecutable used;
    try {
      used = CodexExecutable.locate(CodexOptions.defaults());
    } catch (TalariaException e) {
      return "It is not in use: " + e.getMessage();
    }
    if (used.equals(installed)) {
      return "It is in use.";
    }
    return "Talaria uses %s, %s: %s. To use this one, set %s to its path, or use --codex."
        .formatted(used.version(), used.path(), origin(used), CodexExecutable.VARIABLE);
  }

  /** Where a Codex comes from that nobody named on the command line. */
  public static String origin(CodexExecutable used) {
    if (!System.getenv().getOrDefault(CodexExecutable.VARIABLE, "").isBlank()) {
      return "$" + CodexExecutable.VARIABLE + " names it";
    }
    return CodexExecutable.installed().contains(used)
        ? "the newest that Talaria has installed"
        : "it is on the path";
  }

  private static String row(CodexExecutable one, String state) {
    return "%-10s  %-6s  %s"
        .formatted(one.version(), state, VisibleText.onOneLine(one.path().toString()));
  }
}
