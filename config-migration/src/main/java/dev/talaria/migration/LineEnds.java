package dev.talaria.migration;

/** Which line end a document uses. Stateless. */
final class LineEnds {

  private LineEnds() {}

  /** The first one; {@code \n} where there is none. */
  static String of(String text) {
    int end = text.indexOf('\n');
    return end > 0 && text.charAt(end - 1) == '\r' ? "\r\n" : "\n";
  }
}
