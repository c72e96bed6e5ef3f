package dev.talaria.tools;

import java.nio.charset.StandardCharsets;

/** Keeps what a tool says within what a model can take. Stateless. */
final class ResultText {

  /** The most that reaches Codex, in bytes of UTF-8, the mark included. */
  static final int MAX_BYTES = 256 * 1024;

  private ResultText() {}

  /**
   * The same result; a longer text is cut behind a whole character and marked. Half a surrogate
   * pair, which no JSON can carry, becomes a question mark.
   */
  static ToolResult bounded(ToolResult result) {
    byte[] utf8 = result.text().getBytes(StandardCharsets.UTF_8);
    if (utf8.length <= MAX_BYTES) {
      return new ToolResult(new String(utf8, StandardCharsets.UTF_8), result.failed());
    }
    String mark = "\n[cut here: the result has " + utf8.length + " bytes]";
    int end = MAX_BYTES - mark.length();
    while ((utf8[end] & 0xC0) == 0x80) {
      end--;
    }
    return new ToolResult(new String(utf8, 0, end, StandardCharsets.UTF_8) + mark, result.failed());
  }
}
