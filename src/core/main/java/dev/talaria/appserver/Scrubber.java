package dev.talaria.appserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.talaria.base.Redaction;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Takes out of a message what must not be in a recording: secrets, the home directory, the user's
 * name.
 *
 * <p>Immutable; makes a new tree and leaves the given one alone. Three rules find a secret: what it
 * looks like ({@link Redaction}), the name of the field that holds it, and that it is the value of
 * a variable whose name says so.
 */
final class Scrubber {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int SHORTEST_SECRET = 8;

  /** Account names that say nothing about a person, and are words of other meanings. */
  private static final Set<String> COMMON_USERS =
      Set.of("root", "user", "admin", "runner", "ubuntu", "app", "test", "build", "node", "java");

  private final List<String> values;
  private final String home;
  private final Pattern homePattern;
  private final Pattern user;

  private Scrubber(List<String> values, String home, String user) {
    this.values = values;
    this.home = home;
    this.homePattern = Pattern.compile(Pattern.quote(home) + "(?![A-Za-z0-9._-])");
    this.user =
        user.length() < 3 || COMMON_USERS.contains(user)
            ? null
            : Pattern.compile("(?<![A-Za-z0-9])" + Pattern.quote(user) + "(?![A-Za-z0-9])");
  }

  /**
   * A scrubber for this machine's user.
   *
   * @param environments where secrets may stand under a telling name
   */
  static Scrubber of(String home, String user, List<Map<String, String>> environments) {
    Set<String> values =
        new TreeSet<>(
            Comparator.comparing(String::length)
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
    for (Map<String, String> environment : environments) {
      environment.forEach(
          (name, value) -> {
            if (value != null
                && value.length() >= SHORTEST_SECRET
                && Redaction.isSecretVariable(name)
                && !value.contains("/")) {
              values.add(value);
            }
          });
    }
    return new Scrubber(List.copyOf(values), home.length() < 2 ? "" : home, user);
  }

  /** A copy of any JSON with every text scrubbed. */
  JsonNode scrub(JsonNode node) {
    if (node.isTextual()) {
      return TextNode.valueOf(scrub(node.textValue()));
    } else if (node.isArray()) {
      ArrayNode copy = JSON.arrayNode(node.size());
      node.forEach(element -> copy.add(scrub(element)));
      return copy;
    } else if (node.isObject()) {
      ObjectNode copy = JSON.objectNode();
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        JsonNode value = field.getValue();
        boolean secret =
            value.isTextual()
                && !value.textValue().isEmpty()
                && Redaction.isSecretMember(field.getKey());
        copy.set(scrub(field.getKey()), secret ? TextNode.valueOf(Redaction.MASK) : scrub(value));
      }
      return copy;
    }
    return node;
  }

  /** A text without secrets, home directory and user name. */
  String scrub(String text) {
    String result = text;
    for (String value : values) {
      result = result.replace(value, Redaction.MASK);
    }
    result = Redaction.redact(result);
    if (!home.isEmpty()) {
      result = replaceHome(result);
    }
    return user == null ? result : user.matcher(result).replaceAll("user");
  }

  /** The home directory becomes {@code ~}, but {@code /root} in {@code /rootfs} stays. */
  private String replaceHome(String text) {
    return text.contains(home) ? homePattern.matcher(text).replaceAll("~") : text;
  }
}
