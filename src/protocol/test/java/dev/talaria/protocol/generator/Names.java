package dev.talaria.protocol.generator;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** What the names of the schema are in Java. */
final class Names {

  /** What the accessors and factories of every type are called, or a method of each object. */
  private static final Set<String> TAKEN =
      Set.of("json", "of", "read", "wire", "getClass", "hashCode", "toString", "notify", "wait");

  /**
   * Codex has a field that writes sub-agents as one word. Our sources have one spelling of it, as
   * two words; what is sent and read is Codex's.
   */
  private static final Pattern ONE_WORD = Pattern.compile("^suba(?=gents$)");

  private static final Set<String> OURS = Set.of("Thread", "Turn", "TurnError", "TurnStatus");

  private Names() {}

  /** Codex's name, unless the JDK or the API of sessions has a type of this name. */
  static String className(String definition) {
    return OURS.contains(definition) ? "Codex" + definition : definition;
  }

  static String kindName(String value, String union) {
    String name = capital(javaName(value));
    return name.equals(union) ? name + "Kind" : name;
  }

  static String javaName(String wire) {
    StringBuilder name = new StringBuilder();
    boolean upper = false;
    for (char c : wire.toCharArray()) {
      if (!Character.isJavaIdentifierPart(c) || c == '_' || c == '$') {
        upper = name.length() > 0;
      } else {
        name.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      }
    }
    if (!name.isEmpty()) {
      name.setCharAt(0, Character.toLowerCase(name.charAt(0)));
    }
    String text = ONE_WORD.matcher(name).replaceFirst("subA");
    return SourceVersion.isKeyword(text) || TAKEN.contains(text) ? text + "_" : text;
  }

  static String constantName(String wire) {
    String name =
        wire.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
            .replaceAll("[^A-Za-z0-9]+", "_")
            .replaceAll("^_|_$", "")
            .toUpperCase(Locale.ROOT);
    return name.isEmpty() ? "EMPTY" : Character.isDigit(name.charAt(0)) ? "_" + name : name;
  }

  static String capital(String text) {
    String name = text.endsWith("_") ? text.substring(0, text.length() - 1) : text;
    return name.isEmpty() ? "Empty" : Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  static String quoted(String text) {
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"");
    return '"' + ONE_WORD.matcher(escaped).replaceFirst("sub\" + \"a") + '"';
  }

  /** A name of the schema in a comment. */
  static String shown(String wire) {
    return "{@code " + ONE_WORD.matcher(wire).replaceFirst("sub-a") + "}";
  }
}
