package dev.talaria.migration.translate;

import dev.talaria.base.Redaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds literals in a server's entry that look like a secret, by their name or by their shape.
 *
 * <p>Stateless and safe for use by many threads. It errs towards finding: a false hit costs a
 * warning.
 */
final class Secrets {

  /** {@code MAX_TOKENS} is a number, and {@code AUTHOR} is a person. */
  private static final Pattern NAME =
      Pattern.compile(Redaction.SECRET_WORDS + "|(?:^|[^a-z])(?:auth|pwd|pass|pat)(?:$|[^a-z])");

  private static final Pattern FLAG =
      Pattern.compile(
          "(?:.*(?:key|token|secret|password|passwd|passphrase|authorization|credentials?)"
              + "|-*+pwd|-*+pat)");

  /** The keys whose values are looked at in a way of their own. */
  private static final Set<String> LOOKED_AT = Set.of("env", "http_headers", "args", "url");

  private static final Pattern ASSIGNMENT = Pattern.compile("(?s)([A-Za-z0-9_.-]++)=(.++)");
  private static final Pattern USER_INFO = Pattern.compile("(?s)[^/?#]*+//[^/?#]*?@.*+");

  private Secrets() {}

  /** Whether a variable or a header of that name and value looks like a secret. */
  static boolean isSecret(String name, String value) {
    if (value.isBlank() || value.equals("true") || value.equals("false")) {
      return false;
    }
    return NAME.matcher(name.toLowerCase(Locale.ROOT)).find() || hasSecretShape(name, value);
  }

  private static boolean hasSecretShape(String name, String value) {
    return hasSecretShape(value) || hasSecretShape(name + "=" + value);
  }

  /** Whether a text is masked in a log. */
  static boolean hasSecretShape(String text) {
    return !Redaction.redact(text).equals(text);
  }

  /** Whether a url has a user, or anything that is masked in a log. */
  static boolean isSecretUrl(String url) {
    return USER_INFO.matcher(url).matches() || hasSecretShape(url);
  }

  /** The arguments that look like a secret, by {@code --token x}, {@code TOKEN=x} or shape. */
  static List<Integer> args(List<?> args) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i).toString();
      String before = i == 0 ? "" : args.get(i - 1).toString();
      if (hasSecretShape(arg) || isSecretAssignment(arg) || isSecretAfter(before, arg)) {
        found.add(i);
      }
    }
    return found;
  }

  private static boolean isSecretAssignment(String arg) {
    Matcher matcher = ASSIGNMENT.matcher(arg);
    return matcher.matches() && isSecretFlag(matcher.group(1));
  }

  private static boolean isSecretAfter(String flag, String arg) {
    return flag.startsWith("-") && isSecretFlag(flag) && !arg.isBlank() && !arg.startsWith("-");
  }

  private static boolean isSecretFlag(String name) {
    return FLAG.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }

  /** What to say to the user of the secrets that are written out in an entry. */
  static List<String> warnings(CodexMcpServer server) {
    List<String> warnings = new ArrayList<>();
    map(server, "env")
        .forEach(
            (name, value) ->
                warn(warnings, "env.", name, value, "${" + HostValues.shown(name) + "}"));
    map(server, "http_headers")
        .forEach(
            (name, value) -> {
              String form = name.equalsIgnoreCase("authorization") ? "Bearer ${NAME}" : "${NAME}";
              warn(warnings, "headers.", name, value, form);
            });
    warnings.addAll(elsewhere(server));
    return warnings.stream()
        .map(text -> "server '" + HostValues.shown(server.name()) + "': " + text)
        .toList();
  }

  private static void warn(
      List<String> warnings, String place, String name, Object value, String reference) {
    if (isSecret(name, (String) value)) {
      String advice = "write \"" + reference + "\" instead";
      warnings.add(warning(place + HostValues.shown(name), advice));
    }
  }

  /** The secrets for which Codex has no reference form. */
  static List<String> elsewhere(CodexMcpServer server) {
    List<String> found = new ArrayList<>();
    String byEnv = "let the server read it from a variable, and write \"${NAME}\" for it in env";
    for (Map.Entry<String, Object> key : server.keys().entrySet()) {
      if (!LOOKED_AT.contains(key.getKey()) && holdsSecretShape(key.getValue())) {
        found.add(warning(key.getKey(), byEnv));
      }
    }
    if (server.keys().get("args") instanceof List<?> args) {
      args(args).forEach(i -> found.add(warning("args[" + i + "]", byEnv)));
    }
    if (server.keys().get("url") instanceof String url && isSecretUrl(url)) {
      found.add(warning("url", "send it in headers, as \"Bearer ${NAME}\" or \"${NAME}\""));
    }
    return found;
  }

  private static boolean holdsSecretShape(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().anyMatch(Secrets::holdsSecretShape);
    } else if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .anyMatch(e -> holdsSecretShape(e.getKey()) || holdsSecretShape(e.getValue()));
    }
    return value instanceof String text && hasSecretShape(text);
  }

  private static String warning(String place, String advice) {
    return place + " looks like a secret that is written out; " + advice;
  }

  /** A server's map of texts, empty if it has none. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> map(CodexMcpServer server, String key) {
    return (Map<String, Object>) server.keys().getOrDefault(key, Map.of());
  }
}
