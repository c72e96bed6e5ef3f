package dev.talaria.cli.codex;

import java.nio.file.Path;
import java.util.Map;

/** Where Codex keeps its configuration, as Codex itself finds it. Stateless. */
public final class CodexHome {

  private CodexHome() {}

  /**
   * The folder, absolute; it may not exist.
   *
   * @param given on the command line; {@code null} for nothing
   * @param environment of this process
   */
  public static Path of(Path given, Map<String, String> environment) {
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
