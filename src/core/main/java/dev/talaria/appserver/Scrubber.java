package dev.talaria.appserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.talaria.base.Redaction;
import dev.talaria.codex.process.EnvironmentSecrets;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** Account names that say nothing about a person, and are words of other meanings. */
  private static final Set<String> COMMON_USERS =
      Set.of("root", "user", "admin", "runner", "ubuntu", "app", "test", "build", "node", "java");

  private final EnvironmentSecrets secrets;
  private final String home;
  private final Pattern homePattern;
  private final Pattern user;

  private Scrubber(EnvironmentSecrets secrets, String home, String user) {
    this.secrets = secrets;
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
    EnvironmentSecrets secrets =
        EnvironmentSecrets.of(
            environments.stream()
                .flatMap(environment -> environment.entrySet().stream())
                // The path of a file with a secret is not one.
                .filter(variable -> !String.valueOf(variable.getValue()).contains("/")));
    return new Scrubber(secrets, home.length() < 2 ? "" : home, user);
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
    String result = secrets.mask(text);
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
