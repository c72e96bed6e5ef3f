package dev.talaria.migration.translate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Sorts one server's HTTP headers into Codex's three keys for them: literal, from a variable, and
 * the bearer token.
 *
 * <p>For one server, on one thread. Header names are compared without case, and a header that comes
 * from two places is refused: which one Codex sends is not said anywhere.
 */
final class HeaderTranslation {

  private static final String AUTHORIZATION = "Authorization";

  private final Map<String, Object> literals = new LinkedHashMap<>();
  private final Map<String, Object> variables = new LinkedHashMap<>();
  private Optional<String> bearer = Optional.empty();
  private final Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  private boolean given;

  /** The host's headers, under {@code headers} or Codex's own name for them. */
  void headers(String place, Object value) {
    given = true;
    HostValues.map(place, value, HostValues::textOrNumber)
        .forEach((name, text) -> header(place + "." + HostValues.shown(name), name, (String) text));
  }

  private void header(String place, String name, String value) {
    Optional<String> token =
        name.equalsIgnoreCase(AUTHORIZATION) ? References.bearer(value) : Optional.empty();
    Optional<String> variable = References.whole(value);
    if (token.isPresent()) {
      bearer(place, token.get());
    } else if (variable.isPresent()) {
      claim(place, name);
      variables.put(name, variable.get());
    } else if (References.within(value)) {
      throw new IllegalArgumentException(
          place
              + " refers to an environment variable within a text, which Codex does not expand: let"
              + " the variable hold the whole value, and write \"${NAME}\" or, for Authorization,"
              + " \"Bearer ${NAME}\"");
    } else {
      claim(place, name);
      literals.put(name, value);
    }
  }

  /** Codex's own {@code env_http_headers}, already checked. */
  void variables(String place, Map<?, ?> checked) {
    checked.forEach(
        (name, variable) -> {
          claim(place + "." + HostValues.shown((String) name), (String) name);
          variables.put((String) name, variable);
        });
  }

  /** The variable with the bearer token. */
  void bearer(String place, String variable) {
    if (!bearer.equals(Optional.of(variable))) {
      claim(place, AUTHORIZATION);
      bearer = Optional.of(variable);
    }
  }

  private void claim(String place, String name) {
    if (!seen.add(name)) {
      throw new IllegalArgumentException(
          place + " is a header that the entry gives twice: keep one of them");
    }
  }

  /** Puts what was gathered under Codex's names. */
  void into(Map<String, Object> keys) {
    bearer.ifPresent(variable -> keys.put("bearer_token_env_var", variable));
    // As with args and env, an empty map that was given is written as such.
    if (!literals.isEmpty() || given && variables.isEmpty() && bearer.isEmpty()) {
      keys.put("http_headers", literals);
    }
    if (!variables.isEmpty()) {
      keys.put("env_http_headers", variables);
    }
  }
}
