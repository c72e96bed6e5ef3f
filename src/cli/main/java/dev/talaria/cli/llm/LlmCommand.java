package dev.talaria.cli.llm;

import dev.talaria.cli.process.ConsoleCommand;
import picocli.CommandLine.Command;

/** {@code talaria llm}: calls of a language model on the local Codex login. */
@Command(
    name = "llm",
    description =
        "Calls a language model on the local Codex login, for a text, an object or an"
            + " agent loop.",
    subcommands = {
      LlmTextCommand.class,
      LlmObjectCommand.class,
      LlmLoopCommand.class,
      LlmProbeCommand.class,
      LlmSetupCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Exit codes: 0 fine, 1 the call failed, 2 misuse, 3 Codex missing or too old."})
public final class LlmCommand extends ConsoleCommand {

  @Override
  public Integer call() {
    throw misuse("llm: say what to do: text, object, loop, probe or setup");
  }
}
