package dev.talaria.base;

import java.nio.file.Path;
import java.util.Map;

/**
 * The folder where Talaria keeps what it downloads. It may be deleted at any time that nothing of
 * it runs.
 *
 * <p>Stateless.
 */
public final class TalariaCache {

  /** The environment variable that names the folder. */
  public static final String VARIABLE = "TALARIA_CACHE";

  private TalariaCache() {}

  /**
   * {@return the folder, absolute; it may not exist}
   *
   * <p>It is the system property {@code talaria.cache}, or else the environment's {@code
   * TALARIA_CACHE} (which the launcher sets to {@code .cache} beside itself), else {@code talaria}
   * in {@code XDG_CACHE_HOME} or {@code ~/.cache}.
   */
  public static Path directory() {
    return directory(System.getProperty("talaria.cache", ""), System.getenv());
  }

  static Path directory(String property, Map<String, String> environment) {
    String named = property.isBlank() ? environment.getOrDefault(VARIABLE, "") : property;
    if (!named.isBlank()) {
      return absolute(Path.of(named));
    }
    String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path caches = xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
    return absolute(caches.resolve("talaria"));
  }

  /** {@return where the releases of Codex lie, a folder for each, named as its version} */
  public static Path codex() {
    return directory().resolve("codex");
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
