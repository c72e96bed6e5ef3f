package dev.talaria.cli.llm;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code talaria llm}: calls of a language model on the local Codex login. */
@Command(
    name = "llm",
    mixinStandardHelpOptions = true,
    description = "Calls a language model through the local Codex login: text, object, agent loop.",
    subcommands = {
      LlmTextCommand.class,
      LlmObjectCommand.class,
      LlmLoopCommand.class,
      LlmProbeCommand.class,
      LlmSetupCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Exit codes: 0 fine, 1 the call failed, 2 misuse, 3 Codex missing or too old."})
public final class LlmCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "llm: say what to do: text, object, loop, probe or setup");
  }
}
