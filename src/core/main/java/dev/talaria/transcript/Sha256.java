package dev.talaria.transcript;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Digests of texts, where a key of constant size must stand for a text of any size.
 *
 * <p>Stateless and safe for use by many threads.
 */
final class Sha256 {

  private Sha256() {}

  /** The digest of a text's UTF-8 form in lower-case hex. */
  static String hex(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
