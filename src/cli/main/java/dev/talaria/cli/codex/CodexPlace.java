package dev.talaria.cli.codex;

import dev.talaria.codex.CodexOptions;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that say which Codex to run, and with which home. */
public class CodexPlace {

  @Option(
      names = "--codex",
      paramLabel = "PATH",
      description =
          "The Codex executable. Default: $TALARIA_CODEX, or else codex on the path, or"
              + " else the one that 'talaria codex install' installed.")
  private Path codex;

  @Option(
      names = "--codex-home",
      paramLabel = "DIR",
      description =
          "Codex's home, with config.toml and the login. Default: $CODEX_HOME, or else"
              + " ~/.codex.")
  private Path codexHome;

  /** The executable that was asked for; {@code null} for none. */
  public final Path codex() {
    return codex;
  }

  /** The home that was asked for; {@code null} for none. */
  public final Path codexHome() {
    return codexHome;
  }

  /** Options with what was asked for. */
  public CodexOptions.Builder options() {
    CodexOptions.Builder options = CodexOptions.builder();
    if (codex != null) {
      options.executable(codex);
    }
    if (codexHome != null) {
      options.codexHome(codexHome.toAbsolutePath());
    }
    return options;
  }

  /**
   * Where Codex keeps its configuration, as Codex itself finds it: absolute; it may not exist.
   *
   * @param given on the command line; {@code null} for nothing
   * @param environment of this process
   */
  public static Path home(Path given, Map<String, String> environment) {
    if (given != null) {
      return given.toAbsolutePath();
    }
    String named = environment.getOrDefault("CODEX_HOME", "");
    if (!named.isEmpty()) {
      return Path.of(named).toAbsolutePath();
    }
    String home = environment.getOrDefault("HOME", "");
    return Path.of(home.isEmpty() ? System.getProperty("user.home") : home, ".codex")
        .toAbsolutePath();
  }
}
