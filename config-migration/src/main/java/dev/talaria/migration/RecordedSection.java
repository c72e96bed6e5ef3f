package dev.talaria.migration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What one migration wrote, as hashes: enough to know it again, not enough to read it. Immutable.
 *
 * @param existed whether there was a file before
 * @param salt of the hashes of values, which are often easy to guess
 * @param values the hash of each value that was written, by its path
 * @param section the hash of the section's text
 * @param user the hash of the text outside the section
 * @param original the hash of the backup, which is the text without the section
 * @param before line ends that were added before the section
 * @param after line ends that were added behind it
 * @param removed what the section has taken in, as places in the backup
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record RecordedSection(
    boolean existed,
    String salt,
    Map<String, String> values,
    String section,
    String user,
    String original,
    String before,
    String after,
    List<Span> removed) {

  /**
   * A stretch of a text, in characters.
   *
   * @param hash of the text that stood there
   * @param table the table in which it stood; its own for a table
   */
  record Span(int start, int end, String hash, List<String> table) {

    Span {
      table = table == null ? List.of() : List.copyOf(table);
    }
  }

  RecordedSection {
    values = values == null ? Map.of() : Map.copyOf(values);
    before = before == null ? "" : before;
    after = after == null ? "" : after;
    removed = removed == null ? List.of() : List.copyOf(removed);
  }

  static String newSalt() {
    byte[] salt = new byte[16];
    new SecureRandom().nextBytes(salt);
    return Base64.getEncoder().encodeToString(salt);
  }

  /** Whether the value at {@code path} is the one that was written there. */
  boolean wrote(List<String> path, Object value) {
    Map<String, String> now = hashes(salt, path, value);
    return !now.isEmpty()
        && now.entrySet().stream().allMatch(e -> e.getValue().equals(values.get(e.getKey())));
  }

  /** Whether anything below {@code path} was written. */
  boolean wroteBelow(List<String> path) {
    String prefix = pathKey(path);
    String open = prefix + PATH_SEPARATOR;
    return values.keySet().stream().anyMatch(k -> k.equals(prefix) || k.startsWith(open));
  }

  /** The names below a table, such as the servers in {@code mcp_servers}. */
  List<String> names(String table) {
    String prefix = table + PATH_SEPARATOR;
    return values.keySet().stream()
        .filter(key -> key.startsWith(prefix))
        .map(key -> key.substring(prefix.length()).split(PATH_SEPARATOR, 2)[0])
        .distinct()
        .sorted()
        .toList();
  }

  /** The hashes of a value by path: one for each value in tables, one for a whole array. */
  static Map<String, String> hashes(String salt, List<String> path, Object value) {
    Map<String, String> hashes = new TreeMap<>();
    leaves(path, value, (leaf, text) -> hashes.put(pathKey(leaf), hmac(salt, text)));
    return hashes;
  }

  /** Unlike a dot, it cannot stand in a name unescaped. */
  private static final String PATH_SEPARATOR = "\u0000";

  private static String pathKey(List<String> path) {
    return String.join(PATH_SEPARATOR, path);
  }

  private static void leaves(
      List<String> path, Object value, BiConsumer<List<String>, String> found) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      map.forEach(
          (key, inner) -> {
            List<String> deeper = new ArrayList<>(path);
            deeper.add((String) key);
            leaves(deeper, inner, found);
          });
    } else if (value != null) {
      found.accept(path, canonical(value));
    }
  }

  /** The same for values that TOML takes for the same, and for no others. */
  private static String canonical(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, String> sorted = new TreeMap<>();
      map.forEach((key, inner) -> sorted.put((String) key, canonical(inner)));
      StringBuilder text = new StringBuilder("{");
      sorted.forEach((key, inner) -> text.append(quoted(key)).append(inner));
      return text.append('}').toString();
    }
    if (value instanceof List<?> list) {
      StringBuilder text = new StringBuilder("[");
      list.forEach(inner -> text.append(canonical(inner)));
      return text.append(']').toString();
    }
    Object plain = value instanceof Integer number ? Long.valueOf(number) : value;
    return plain.getClass().getSimpleName() + quoted(plain.toString());
  }

  private static String quoted(String text) {
    return text.length() + ":" + text;
  }

  private static String hmac(String salt, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(salt.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
