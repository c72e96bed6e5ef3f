package dev.talaria.transcript;

/**
 * Shortens a long text to its beginning and its end, with a line between that says what is missing.
 *
 * <p>Stateless. Limits count code points, and no code point is ever split.
 */
final class Excerpt {

  /** Errors stand at the end of an output more often than at its beginning. */
  private static final double SHARE_OF_HEAD = 0.4;

  private Excerpt() {}

  /** The text itself when it has at most {@code limit} code points. */
  static String of(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int total = text.codePointCount(0, text.length());
    if (total <= limit) {
      return text;
    }
    int head = (int) (limit * SHARE_OF_HEAD);
    int headEnd = text.offsetByCodePoints(0, head);
    int tailStart = text.offsetByCodePoints(text.length(), head - limit);
    String mark =
        "\n[OUTPUT TRUNCATED: " + (total - limit) + " of " + total + " characters left out]\n";
    return text.substring(0, headEnd) + mark + text.substring(tailStart);
  }

  /** The beginning of the text, with an ellipsis in place of the rest. */
  static String head(String text, int limit) {
    boolean fits = text.length() <= limit || text.codePointCount(0, text.length()) <= limit;
    return fits ? text : text.substring(0, text.offsetByCodePoints(0, limit - 1)) + "…";
  }
}
