package dev.talaria.migration.translate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Takes the secrets out of one server's entry and into the environment of the session's Codex.
 *
 * <p>Stateless. A secret that has no way through the environment is an {@link
 * IllegalArgumentException} that names the place.
 */
public final class ScopedServer {

  private static final String BEARER = "bearer ";

  private ScopedServer() {}

  /**
   * The entry without secrets.
   *
   * @param environment gets the variables; to be thrown away when this throws
   */
  public static CodexMcpServer of(
      CodexMcpServer server, ScopedEnvironment environment, String codexVersion) {
    if (server.name().contains(".") && !CodexServerKeys.isAtLeast(codexVersion, 169)) {
      throw new IllegalArgumentException(
          "its name has a dot, with which a Codex before 0.169 starts no session: rename it");
    }
    List<String> elsewhere = Secrets.elsewhere(server);
    if (!elsewhere.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", elsewhere));
    }
    Map<String, Object> keys = new LinkedHashMap<>(server.keys());
    inherit(server, environment);
    env(server, keys, environment);
    headers(server, keys, environment);
    return new CodexMcpServer(server.name(), keys);
  }

  private static void inherit(CodexMcpServer server, ScopedEnvironment environment) {
    Map<String, Object> literals = Secrets.map(server, "env");
    for (Object each : list(server)) {
      String name = each instanceof Map<?, ?> map ? (String) map.get("name") : (String) each;
      if (!literals.containsKey(name)) {
        environment.inherit("env_vars", name);
      }
    }
    Object token = server.keys().get("bearer_token_env_var");
    if (token != null) {
      environment.inherit("bearer_token_env_var", (String) token);
    }
    Secrets.map(server, "env_http_headers")
        .forEach((header, name) -> environment.inherit("env_http_headers", (String) name));
  }

  private static List<?> list(CodexMcpServer server) {
    return (List<?>) server.keys().getOrDefault("env_vars", List.of());
  }

  private static void env(
      CodexMcpServer server, Map<String, Object> keys, ScopedEnvironment environment) {
    Map<String, Object> literals = new LinkedHashMap<>(Secrets.map(server, "env"));
    List<Object> passed = new ArrayList<>(list(server));
    boolean moved = false;
    for (Map.Entry<String, Object> each : Secrets.map(server, "env").entrySet()) {
      String value = (String) each.getValue();
      if (Secrets.isSecret(each.getKey(), value)) {
        String place = "env." + HostValues.shown(each.getKey());
        environment.set(place, each.getKey(), value);
        literals.remove(each.getKey());
        // A given entry for it may say "remote", where the session's variable is not.
        passed.removeIf(v -> v instanceof Map<?, ?> m && each.getKey().equals(m.get("name")));
        if (!passed.contains(each.getKey())) {
          passed.add(each.getKey());
        }
        moved = true;
      }
    }
    if (moved) {
      replace(keys, "env", literals);
      keys.put("env_vars", List.copyOf(passed));
    }
  }

  private static void headers(
      CodexMcpServer server, Map<String, Object> keys, ScopedEnvironment environment) {
    Map<String, Object> literals = new LinkedHashMap<>(Secrets.map(server, "http_headers"));
    Map<String, Object> variables = new LinkedHashMap<>(Secrets.map(server, "env_http_headers"));
    boolean moved = false;
    for (Map.Entry<String, Object> each : Secrets.map(server, "http_headers").entrySet()) {
      String header = each.getKey();
      String value = (String) each.getValue();
      if (Secrets.isSecret(header, value)) {
        String place = "headers." + HostValues.shown(header);
        String wanted = "TALARIA_MCP_" + word(server.name()) + "_" + word(header);
        literals.remove(header);
        if (header.equalsIgnoreCase("authorization") && isBearer(value)) {
          String token = value.substring(BEARER.length()).strip();
          keys.put("bearer_token_env_var", environment.setSomewhere(place, wanted, token));
        } else {
          variables.put(header, environment.setSomewhere(place, wanted, value));
        }
        moved = true;
      }
    }
    if (moved) {
      replace(keys, "http_headers", literals);
      replace(keys, "env_http_headers", variables);
    }
  }

  private static boolean isBearer(String value) {
    return value.regionMatches(true, 0, BEARER, 0, BEARER.length());
  }

  private static void replace(Map<String, Object> keys, String key, Map<String, Object> value) {
    if (value.isEmpty()) {
      keys.remove(key);
    } else {
      keys.put(key, value);
    }
  }

  private static String word(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }
}
