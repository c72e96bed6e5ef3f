package dev.talaria.migration.section;

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
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hashes of texts, and of TOML values. Stateless.
 *
 * <p>Those of values are salted: a port or a mode is quickly guessed.
 */
final class Hashes {

  /** Unlike a dot, it cannot stand in a name unescaped. */
  static final String PATH_SEPARATOR = "\u0000";

  static String pathKey(List<String> path) {
    return String.join(PATH_SEPARATOR, path);
  }

  private Hashes() {}

  static String newSalt() {
    byte[] salt = new byte[16];
    new SecureRandom().nextBytes(salt);
    return Base64.getEncoder().encodeToString(salt);
  }

  /** The hashes of a value by path: one for each value in tables, one for a whole array. */
  static Map<String, String> of(String salt, List<String> path, Object value) {
    Map<String, String> hashes = new TreeMap<>();
    add(salt, path, value, hashes);
    return hashes;
  }

  private static void add(
      String salt, List<String> path, Object value, Map<String, String> hashes) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      map.forEach(
          (key, inner) -> {
            List<String> deeper = new ArrayList<>(path);
            deeper.add((String) key);
            add(salt, deeper, inner, hashes);
          });
    } else if (value != null) {
      hashes.put(pathKey(path), hmac(salt, canonical(value)));
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
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
