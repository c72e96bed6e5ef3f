package dev.talaria.migration.translate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Translates one entry of the host's {@code mcp_servers} into one of Codex.
 *
 * <p>For one entry, on one thread. It gathers every problem of the entry, so that the user can fix
 * them at once; with a problem there is no server.
 */
final class EntryTranslation {

  private static final Set<String> TRANSPORTS =
      Set.of("stdio", "http", "streamable-http", "streamable_http");

  private final String name;
  private final Map<?, ?> entry;
  private final Optional<String> version;
  private final CodexServerKeys codexKeys;
  private final boolean stdio;

  private final Map<String, Object> keys = new LinkedHashMap<>();
  private final Set<Object> envVars = new LinkedHashSet<>();
  private final HeaderTranslation headers = new HeaderTranslation();
  final List<String> notes = new ArrayList<>();
  final List<String> warnings = new ArrayList<>();
  final List<String> problems = new ArrayList<>();

  EntryTranslation(String name, Map<?, ?> entry, Optional<String> version) {
    this.name = name;
    this.entry = entry;
    this.version = version;
    this.codexKeys = CodexServerKeys.of(version);
    this.stdio = entry.containsKey("command");
  }

  /** The server, unless there is a problem. */
  Optional<CodexMcpServer> translate() {
    if (!stdio && !entry.containsKey("url")) {
      problems.add("no command or url field");
      return Optional.empty();
    }
    // Codex's own list of variables first: the references in env are added to it.
    if (stdio && entry.containsKey("env_vars")) {
      attempt(() -> codexKey("env_vars", entry.get("env_vars")));
    }
    entry.forEach((key, value) -> attempt(() -> key(key, value)));
    if (!envVars.isEmpty()) {
      keys.put("env_vars", List.copyOf(envVars));
    }
    headers.into(keys);
    CodexMcpServer server = new CodexMcpServer(name, keys);
    if (problems.isEmpty()) {
      attempt(() -> server.toml());
    }
    return problems.isEmpty() ? Optional.of(server) : Optional.empty();
  }

  private void attempt(Runnable step) {
    try {
      step.run();
    } catch (IllegalArgumentException e) {
      problems.add(e.getMessage());
    }
  }

  private void key(Object rawKey, Object value) {
    if (!(rawKey instanceof String key)) {
      notes.add("a key that is " + HostValues.type(rawKey) + " (unknown key)");
      return;
    }
    switch (key) {
      case "command" -> keys.put(key, plain(key, value));
      case "url" -> url(value);
      case "args" -> ifStdio(key, () -> keys.put(key, HostValues.list(key, value, this::arg)));
      case "env" -> ifStdio(key, () -> env(value));
      case "cwd" -> ifStdio(key, () -> keys.put(key, plain(key, value)));
      case "headers", "http_headers" -> ifHttp(key, () -> headers.headers(key, value));
      case "timeout" -> timeout(key, "tool_timeout_sec", value);
      case "connect_timeout" -> timeout(key, "startup_timeout_sec", value);
      case "enabled" -> enabled(value);
      case "transport" -> transport(value);
      case "description" -> {}
      case "sampling" -> notes.add("sampling (no codex equivalent)");
      case "bearer_token" ->
          throw new IllegalArgumentException(
              "bearer_token is refused by Codex: put the token in an environment variable and name"
                  + " it in bearer_token_env_var");
      case "env_vars" -> ifStdio(key, () -> {});
      default -> codexKey(key, value);
    }
  }

  private void ifStdio(String key, Runnable step) {
    only(CodexServerKeys.Transport.STDIO, key, step);
  }

  private void ifHttp(String key, Runnable step) {
    only(CodexServerKeys.Transport.HTTP, key, step);
  }

  private void only(CodexServerKeys.Transport transport, String key, Runnable step) {
    if (transport.fits(stdio)) {
      step.run();
    } else {
      notes.add(key + " (" + transport.reason + ")");
    }
  }

  private static String plain(String key, Object value) {
    return References.none(key, HostValues.filledText(key, value));
  }

  private void url(Object value) {
    if (stdio) {
      notes.add("url (both command and url set; preferring stdio)");
    } else {
      keys.put("url", plain("url", value));
    }
  }

  private String arg(String place, Object value) {
    if (value instanceof Double) {
      warnings.add(place + " is a number with a decimal point; quote it if its spelling matters");
    }
    return References.none(place, HostValues.textOrNumber(place, value));
  }

  private void env(Object value) {
    Map<String, Object> literals = new LinkedHashMap<>();
    Map<String, Object> given = HostValues.map("env", value, HostValues::textOrNumber);
    for (Map.Entry<String, Object> each : given.entrySet()) {
      String variable = each.getKey();
      String text = (String) each.getValue();
      String place = "env." + HostValues.shown(variable);
      CodexServerKeys.environmentName(place, variable);
      Optional<String> reference = References.whole(text);
      if (reference.isPresent() && reference.get().equals(variable)) {
        pass(variable);
      } else if (References.within(text)) {
        throw new IllegalArgumentException(
            place
                + " is set from a variable with a different name, or has one within a text:"
                + " Codex passes variables only under their own name; write \"${"
                + HostValues.shown(variable)
                + "}\" and set that variable where Codex runs");
      } else {
        literals.put(variable, text);
      }
    }
    if (!literals.isEmpty() || given.isEmpty()) {
      keys.put("env", literals);
    }
  }

  private void pass(String variable) {
    boolean there =
        envVars.stream()
            .anyMatch(v -> v.equals(variable) || v instanceof Map<?, ?> m && named(m, variable));
    if (!there) {
      envVars.add(variable);
    }
  }

  private static boolean named(Map<?, ?> map, String variable) {
    return variable.equals(map.get("name"));
  }

  private void timeout(String key, String codexKey, Object value) {
    if (entry.containsKey(codexKey)) {
      notes.add(key + " (" + codexKey + " is set)");
    } else if (value instanceof String text && !HostValues.isNumeric(text)) {
      notes.add(key + " (not numeric)");
    } else {
      keys.put(codexKey, HostValues.seconds(key, value));
    }
  }

  private void enabled(Object value) {
    if (!HostValues.bool("enabled", value)) {
      keys.put("enabled", false);
    }
  }

  private void transport(Object value) {
    String transport = HostValues.text("transport", value).toLowerCase(Locale.ROOT);
    if (transport.equals("sse")) {
      notes.add("transport=sse (codex auto-negotiates)");
    } else if (!TRANSPORTS.contains(transport)) {
      notes.add("transport (unknown; codex auto-negotiates)");
    }
  }

  private void codexKey(String key, Object value) {
    Optional<CodexServerKeys.Key> found = codexKeys.find(key);
    if (found.isEmpty()) {
      notes.add(HostValues.shown(key) + " (unknown key)");
    } else if (!codexKeys.knows(found.get())) {
      notes.add(key + " (unknown to codex " + version.map(HostValues::shown).orElse("") + ")");
    } else {
      only(found.get().transport(), key, () -> put(key, found.get().type().apply(key, value)));
    }
  }

  private void put(String key, Object value) {
    switch (key) {
      case "env_vars" -> envVars.addAll((List<?>) value);
      case "bearer_token_env_var" -> headers.bearer(key, (String) value);
      case "env_http_headers" -> headers.variables(key, (Map<?, ?>) value);
      default -> keys.put(key, value);
    }
  }
}
