package dev.talaria.cli.migrate;

import dev.talaria.codex.CodexExecutable;
import dev.talaria.codex.CodexOptions;
import dev.talaria.host.CodexPlugins;
import dev.talaria.host.CodexVerifier;
import dev.talaria.migration.MigrationException;
import dev.talaria.migration.MigrationOptions;
import dev.talaria.migration.PluginSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options of {@code migrate} that say which Codex is asked, and for what. For one run. */
final class AskedCodex {

  private static final String NOT_ASKED = "Codex is not asked (--no-codex)";

  @ArgGroup private Which which;

  /** One of them at most. */
  private static final class Which {

    @Option(
        names = "--codex",
        paramLabel = "PATH",
        description =
            "The Codex executable; else $$TALARIA_CODEX, else codex on the path, else the one of"
                + " 'talaria codex install'.")
    private Path codex;

    @Option(
        names = "--no-codex",
        description = "Migrates without Codex: no plugins, and the result is not tried.")
    private boolean none;
  }

  @Option(names = "--no-plugins", description = "Leaves Codex's plugins out of the section.")
  private boolean noPlugins;

  /** Why plugins are left out of the migration; {@code null} if they are not. */
  String pluginsOff() {
    return noPlugins ? "--no-plugins" : null;
  }

  /**
   * Wires Codex into a migration.
   *
   * @param progress is called before something takes its time
   */
  MigrationOptions.Builder in(
      MigrationOptions.Builder options, Path home, Consumer<String> progress) {
    if (which != null && which.none) {
      return noPlugins ? options : options.plugins(AskedCodex::notAsked);
    }
    CodexOptions.Builder codex = CodexOptions.builder().codexHome(home);
    if (which != null) {
      codex.executable(which.codex);
    }
    CodexExecutable found = CodexExecutable.locate(codex.build());
    codex.executable(found.path());
    options.verifier(CodexVerifier.of(codex.build()));
    if (noPlugins) {
      return options;
    }
    if (!Files.isDirectory(home)) {
      // Codex does not start without its folder, and without one it has no plugins.
      return options.plugins(() -> new PluginSource.Listing(List.of(), List.of()));
    }
    // Not in the current folder: a project may have a configuration of its own.
    CodexPlugins plugins = CodexPlugins.of(codex.workingDirectory(home).build());
    return options.plugins(
        () -> {
          progress.accept("Asking Codex " + found.version() + " for its plugins ...");
          return plugins.list();
        });
  }

  /** Plugins that are in the section already stay there: not to ask is not an answer. */
  private static PluginSource.Listing notAsked() {
    throw new MigrationException(NOT_ASKED);
  }
}
