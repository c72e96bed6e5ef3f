package dev.talaria.transcript;

import java.util.regex.Pattern;

/**
 * Names of tools and ids of calls as every endpoint takes them: 1 to 64 letters, digits, {@code _}
 * and {@code -}.
 *
 * <p>Stateless. The same text always gives the same name. A text that is a valid name stays what it
 * is; one that had to be changed beyond recognition ends with a digest of what it was, so that two
 * of them stay apart.
 */
final class PortableName {

  private static final int MAX_LENGTH = 64;
  private static final int DIGEST_LENGTH = 12;
  private static final Pattern VALID = Pattern.compile("[a-zA-Z0-9_-]{1,64}");
  private static final Pattern INVALID_CHARACTER = Pattern.compile("[^a-zA-Z0-9_-]");

  /** Parts between dots from which the dots can be restored when they are written as "__". */
  private static final Pattern DOTTED =
      Pattern.compile("[a-zA-Z0-9-]+(_[a-zA-Z0-9-]+)*(\\.[a-zA-Z0-9-]+(_[a-zA-Z0-9-]+)*)+");

  private PortableName() {}

  /** {@code mcp.fs.read} becomes {@code mcp__fs__read}. */
  static String ofTool(String name) {
    if (DOTTED.matcher(name).matches()) {
      String flat = name.replace(".", "__");
      if (flat.length() <= MAX_LENGTH) {
        return flat;
      }
    }
    return ofCall(name);
  }

  static String ofCall(String id) {
    if (VALID.matcher(id).matches()) {
      return id;
    }
    String kept = INVALID_CHARACTER.matcher(id).replaceAll("_");
    int room = MAX_LENGTH - DIGEST_LENGTH - 1;
    String head = kept.substring(0, Math.min(room, kept.length()));
    return head + "_" + Sha256.hex(id).substring(0, DIGEST_LENGTH);
  }
}
