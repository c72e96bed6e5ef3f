package dev.talaria.codex.process;

import dev.talaria.codex.CodexOptions;
import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Works out the environment of a Codex child from the host's environment and the options.
 *
 * <p>Stateless. The host's variables pass, {@code HOME} included and unchanged, except those that
 * the options deny; {@code CODEX_HOME} is set only when the options name one; {@code RUST_LOG} is
 * {@code warn} unless it is set; the options' own variables come last and win over everything.
 */
public final class ChildEnvironment {

  private ChildEnvironment() {}

  /** A new map that the caller owns. On Windows its names are compared without regard to case. */
  public static Map<String, String> of(Map<String, String> host, CodexOptions options) {
    Map<String, String> child =
        Platform.CURRENT.isWindows()
            ? new TreeMap<>(String.CASE_INSENSITIVE_ORDER)
            : new LinkedHashMap<>();
    host.forEach(
        (name, value) -> {
          if (options.inheritsEnvironment(name)) {
            child.put(name, value);
          }
        });
    child.putIfAbsent("RUST_LOG", "warn");
    options
        .codexHome()
        .ifPresent(home -> child.put("CODEX_HOME", home.toAbsolutePath().toString()));
    options
        .environment()
        .forEach(
            (name, value) -> {
              if (value == null) {
                child.remove(name);
              } else {
                child.put(name, value);
              }
            });
    return child;
  }

  /** {@code environment} with {@code directory} in front of its search path. */
  static Map<String, String> searchingFirst(Path directory, Map<String, String> environment) {
    environment.merge(
        "PATH", directory.toString(), (old, first) -> first + File.pathSeparator + old);
    return environment;
  }
}
