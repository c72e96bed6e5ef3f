package dev.talaria.tools.mcp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * A secret of 256 random bits that a client shows with each request.
 *
 * <p>Immutable. It is compared in constant time and never printed.
 */
final class BearerToken {

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String value;
  private final byte[] header;

  private BearerToken(String value) {
    this.value = value;
    this.header = ("Bearer " + value).getBytes(StandardCharsets.UTF_8);
  }

  static BearerToken random() {
    return new BearerToken(randomText());
  }

  /** 256 random bits as text that can stand in a header. */
  static String randomText() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** For the environment of the Codex process, and for nothing else. */
  String value() {
    return value;
  }

  /** Whether a request shows it; one with two headers does not. */
  boolean isShownBy(List<String> authorization) {
    return authorization != null
        && authorization.size() == 1
        && MessageDigest.isEqual(header, authorization.get(0).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "BearerToken";
  }
}
