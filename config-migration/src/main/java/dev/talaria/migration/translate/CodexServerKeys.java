package dev.talaria.migration.translate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table of the keys that Codex itself knows under {@code mcp_servers.<name>}: type, transport
 * and the version since which they are known (measured with {@code codex features list} of 0.125.0,
 * 0.130.0 and 0.169.0).
 *
 * <p>Stateless and safe for use by many threads.
 */
final class CodexServerKeys {

  /** Which servers may have a key; Codex refuses the whole file for a key of the other kind. */
  enum Transport {
    STDIO("only for servers with a command"),
    HTTP("only for servers with a url"),
    BOTH("for all servers");

    final String reason;

    Transport(String reason) {
      this.reason = reason;
    }

    boolean fits(boolean stdio) {
      return this == BOTH || stdio == (this == STDIO);
    }
  }

  /** The release that {@code startup_readiness} and the approval mode {@code writes} came with. */
  static final int NEWER = 169;

  /**
   * One key.
   *
   * @param sinceMinor known since 0.this
   * @param type checks a value at a place, and gives it as it is written
   */
  record Key(Transport transport, int sinceMinor, BiFunction<String, Object, Object> type) {}

  private static final Pattern VERSION = Pattern.compile("v?([0-9]{1,6})\\.([0-9]{1,6}).*");
  private static final Set<String> OLD_MODES = Set.of("auto", "prompt", "approve");
  private static final Set<String> MODES = Set.of("auto", "prompt", "approve", "writes");

  private final Map<String, Key> keys;
  private final boolean newer;

  private CodexServerKeys(boolean newer) {
    this.newer = newer;
    Key texts = both((p, v) -> HostValues.list(p, v, HostValues::text));
    Key flag = both(HostValues::bool);
    keys =
        Map.ofEntries(
            Map.entry("env_vars", key(Transport.STDIO, this::envVars)),
            Map.entry("bearer_token_env_var", key(Transport.HTTP, HostValues::variable)),
            Map.entry("env_http_headers", key(Transport.HTTP, CodexServerKeys::variables)),
            Map.entry("enabled_tools", texts),
            Map.entry("disabled_tools", texts),
            Map.entry("scopes", texts),
            Map.entry("required", flag),
            Map.entry("supports_parallel_tool_calls", flag),
            Map.entry("startup_timeout_sec", both(HostValues::seconds)),
            Map.entry("tool_timeout_sec", both(HostValues::seconds)),
            Map.entry("startup_timeout_ms", both(HostValues::milliseconds)),
            Map.entry("default_tools_approval_mode", both(this::mode)),
            Map.entry("tools", both((p, v) -> HostValues.map(p, v, this::tool))),
            Map.entry(
                "startup_readiness",
                new Key(
                    Transport.BOTH,
                    NEWER,
                    (p, v) -> HostValues.word(p, v, Set.of("connection", "catalog")))));
  }

  /**
   * The keys as a version of Codex knows them.
   *
   * @param codexVersion such as {@code 0.169.0}; without one, the newest is meant
   */
  static CodexServerKeys of(Optional<String> codexVersion) {
    return new CodexServerKeys(codexVersion.map(v -> isAtLeast(v, NEWER)).orElse(true));
  }

  /** Whether a version is 0.{@code minor} or newer; one that cannot be read is taken as new. */
  static boolean isAtLeast(String version, int minor) {
    Matcher matcher = VERSION.matcher(version.strip());
    return !matcher.matches()
        || Integer.parseInt(matcher.group(1)) > 0
        || Integer.parseInt(matcher.group(2)) >= minor;
  }

  /** The key, known or not to the version; empty if it is not one of Codex's keys. */
  Optional<Key> find(String name) {
    return Optional.ofNullable(keys.get(name));
  }

  /** Whether the version knows the key. */
  boolean knows(Key key) {
    return newer || key.sinceMinor() < NEWER;
  }

  private static Key key(Transport transport, BiFunction<String, Object, Object> type) {
    return new Key(transport, 0, type);
  }

  private static Key both(BiFunction<String, Object, Object> type) {
    return key(Transport.BOTH, type);
  }

  private static Object variables(String place, Object value) {
    return HostValues.map(place, value, HostValues::variable);
  }

  private Object mode(String place, Object value) {
    return HostValues.word(place, value, newer ? MODES : OLD_MODES);
  }

  private Object tool(String place, Object value) {
    if (!Set.of("approval_mode").containsAll(texts(place, HostValues.map(place, value)))) {
      throw new IllegalArgumentException(
          place + " has an unknown key: only approval_mode is known");
    }
    return HostValues.map(place, value, this::mode);
  }

  private Object envVars(String place, Object value) {
    return HostValues.list(place, value, CodexServerKeys::envVar);
  }

  private static Object envVar(String place, Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      return environmentName(place, value);
    }
    if (!Set.of("name", "source").containsAll(texts(place, map)) || !map.containsKey("name")) {
      throw new IllegalArgumentException(place + " must have a name, may have a source, no more");
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("name", environmentName(place + ".name", map.get("name")));
    if (map.containsKey("source")) {
      Set<String> sources = Set.of("local", "remote");
      result.put("source", HostValues.word(place + ".source", map.get("source"), sources));
    }
    return result;
  }

  private static List<String> texts(String place, Map<?, ?> map) {
    return map.keySet().stream().map(k -> HostValues.text("a name in " + place, k)).toList();
  }

  /** A name that an operating system takes for a variable; some have names like {@code A(x86)}. */
  static String environmentName(String place, Object value) {
    String name = HostValues.filledText(place, value);
    if (name.indexOf('=') >= 0 || name.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(place + " is not the name of an environment variable");
    }
    return name;
  }
}
