package dev.talaria.cli.llm;

import dev.talaria.cli.codex.CodexPlace;
import dev.talaria.cli.terminal.Terminal;
import dev.talaria.llm.Role;
import dev.talaria.llm.config.AuthProbe;
import dev.talaria.llm.config.LlmConfig;
import dev.talaria.migration.HostConfig;
import dev.talaria.session.Codex;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that every {@code talaria llm} command has: which Codex, which configuration. */
class LlmSelection extends CodexPlace {

  @Option(
      names = "--host-config",
      paramLabel = "FILE",
      description =
          "The host's YAML file with 'llm'. Without it, every role uses Codex's default"
              + " model.")
  private Path hostConfig;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(names = "--config", paramLabel = "FILE", hidden = true)
  private void refuse(String file) {
    throw new ParameterException(
        command.commandLine(),
        "the host's YAML is named by --host-config; --config, which overrides keys of Codex's"
            + " configuration elsewhere, is not an option of "
            + command.qualifiedName());
  }

  @Option(
      names = "--model",
      paramLabel = "ID",
      description =
          "The model, which overrides the configuration: codex, default, gpt-* or codex-*.")
  private String model;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "How long the call may take, including waits, such as 90s or 10m.")
  private Duration timeout;

  @Option(names = "--json", description = "Prints one JSON document on standard output.")
  private boolean json;

  @Option(names = "--no-input", description = "Never asks for input.")
  private boolean noInput;

  /** The configuration; one without a backend, or none, is that of the defaults. */
  Optional<LlmConfig> config(Set<Role> own) {
    return hostConfig == null
        ? Optional.empty()
        : Optional.of(LlmConfig.of(HostConfig.read(hostConfig).values(), hostConfig, own))
            .filter(read -> read.backend() == LlmConfig.Backend.CODEX);
  }

  /** The file that was named; {@code null} for none. */
  Path file() {
    return hostConfig;
  }

  /** The model that was named; {@code null} for none. */
  String model() {
    return model;
  }

  boolean json() {
    return json;
  }

  /** Whether a person may be asked. */
  boolean mayAsk() {
    return !noInput && Terminal.interactive();
  }

  Optional<Duration> timeout() {
    return Optional.ofNullable(timeout);
  }

  /** A probe on this Codex, within the time that was named. */
  AuthProbe probe(Codex running) {
    AuthProbe probe = AuthProbe.on(running);
    return timeout == null ? probe : probe.within(timeout);
  }
}
