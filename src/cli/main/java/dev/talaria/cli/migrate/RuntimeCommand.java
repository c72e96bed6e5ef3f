package dev.talaria.cli.migrate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.base.TalariaException;
import dev.talaria.cli.codex.CodexPlace;
import dev.talaria.cli.host.HostSettings;
import dev.talaria.cli.process.ConsoleCommand;
import dev.talaria.codex.CodexExecutable;
import dev.talaria.codex.CodexOptions;
import dev.talaria.host.CodexPlugins;
import dev.talaria.host.CodexVerifier;
import dev.talaria.host.RuntimeChange;
import dev.talaria.host.RuntimeSwitch;
import dev.talaria.migration.MigrationOptions;
import dev.talaria.migration.MigrationReport;
import dev.talaria.migration.Migrator;
import dev.talaria.protocol.wire.WireJson;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code talaria runtime}: which runtime runs the host's turns, and the switch between them. */
@Command(
    name = "runtime",
    description = {
      "Shows or switches the runtime that runs the host's turns: 'model.openai_runtime' in the"
          + " host's YAML.",
      "Switching on checks that Codex is installed, and migrates its configuration."
          + " Switching off leaves the configuration as it is."
    },
    footer = {"", "Exit codes: 0 fine, 1 not switched, 2 misuse."})
public final class RuntimeCommand extends ConsoleCommand {

  @Parameters(
      arity = "0..1",
      paramLabel = "show|on|off|auto|codex_app_server",
      description = "What to do. Default: show.",
      defaultValue = "show")
  private String words;

  @Option(
      names = "--host-config",
      paramLabel = "FILE",
      required = true,
      description = "The host's YAML file, which is created if it does not exist.")
  private Path hostConfig;

  @Mixin private CodexPlace place;

  @Option(names = "--json", description = "Prints one JSON document on standard output.")
  private boolean json;

  @Override
  public Integer call() {
    RuntimeChange change;
    try {
      RuntimeSwitch runtime =
          of(hostConfig, CodexPlace.home(place.codexHome(), System.getenv()), place.codex());
      change = words.equals("show") ? runtime.show() : runtime.apply(words);
    } catch (TalariaException e) {
      say("talaria: " + e.getMessage());
      return MISUSE;
    }
    if (json) {
      ObjectNode document =
          WireJson.mapper()
              .createObjectNode()
              .put("success", change.success())
              .put("before", change.before().word())
              .put("now", change.now().word())
              .put("requiresNewSession", change.requiresNewSession())
              .put("message", change.message());
      out().println(document);
    } else if (change.success()) {
      out().println(change.message());
    } else {
      say("talaria: " + change.message());
    }
    return change.success() ? FINE : FAILED;
  }

  /**
   * The switch in a host's YAML, with the Codex of a folder; the executable may be {@code null}.
   */
  public static RuntimeSwitch of(Path hostConfig, Path home, Path executable) {
    return RuntimeSwitch.builder(
            RuntimeSwitch.Store.of(hostConfig),
            () -> CodexExecutable.locate(codexOptions(home, executable).build()).version() + "",
            () -> migrate(hostConfig, home, executable))
        .build();
  }

  private static CodexOptions.Builder codexOptions(Path home, Path executable) {
    CodexOptions.Builder options = CodexOptions.builder().codexHome(home);
    return executable == null ? options : options.executable(executable);
  }

  private static MigrationReport migrate(Path hostConfig, Path home, Path executable) {
    CodexOptions.Builder codex = codexOptions(home, executable);
    MigrationOptions.Builder options =
        MigrationOptions.builder(home).verifier(CodexVerifier.of(codex.build()));
    if (Files.isDirectory(home)) {
      // not in the current folder: a project may have a configuration of its own
      options.plugins(CodexPlugins.of(codex.workingDirectory(home).build()));
    }
    return new Migrator(options.build()).migrate(HostSettings.read(hostConfig));
  }
}
