package dev.talaria.tools;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The environment of a tool's program: what every program needs, and what the configuration names.
 * Stateless.
 */
final class CommandEnvironment {

  private static final Set<String> PASSED =
      Set.of(
          "PATH",
          "HOME",
          "USER",
          "LOGNAME",
          "SHELL",
          "LANG",
          "TZ",
          "TMPDIR",
          "TEMP",
          "TMP",
          "SYSTEMROOT",
          "COMSPEC",
          "PATHEXT",
          "USERPROFILE",
          "APPDATA",
          "LOCALAPPDATA");

  private CommandEnvironment() {}

  /**
   * The variables.
   *
   * @param host what this process has
   * @param named name to value; the value {@code ${OTHER}} is that of the variable OTHER here, and
   *     no variable if there is none
   */
  static Map<String, String> of(Map<String, String> host, Map<String, String> named) {
    Map<String, String> given = new LinkedHashMap<>();
    host.forEach(
        (name, value) -> {
          String upper = name.toUpperCase(Locale.ROOT);
          if (PASSED.contains(upper) || upper.startsWith("LC_")) {
            given.put(name, value);
          }
        });
    named.forEach(
        (name, value) -> {
          if (!value.startsWith("${") || !value.endsWith("}")) {
            given.put(name, value);
          } else if (host.containsKey(value.substring(2, value.length() - 1))) {
            given.put(name, host.get(value.substring(2, value.length() - 1)));
          }
        });
    return given;
  }
}
