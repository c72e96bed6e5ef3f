package dev.talaria.tools;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * What a tool returns to the model. Immutable.
 *
 * @param text what the model reads
 * @param failed whether the tool failed; the text should say so, since a model may see nothing else
 */
public record ToolResult(String text, boolean failed) {

  /** The most that reaches Codex, in bytes of UTF-8, including the mark. */
  static final int MAX_BYTES = 256 * 1024;

  /**
   * Checks the text.
   *
   * @param text not null; cut to 256 KiB of UTF-8 before it reaches Codex
   * @param failed whether the tool failed
   */
  public ToolResult {
    Objects.requireNonNull(text, "text");
  }

  /**
   * {@return a success}
   *
   * @param text what the model reads
   */
  public static ToolResult of(String text) {
    return new ToolResult(text, false);
  }

  /**
   * {@return a success with a JSON document}
   *
   * @param json what the model reads, on one line
   */
  public static ToolResult of(JsonNode json) {
    return new ToolResult(json.toString(), false);
  }

  /**
   * {@return a failure that the model reads}
   *
   * @param message what went wrong, and what to do instead
   */
  public static ToolResult failure(String message) {
    return new ToolResult(message, true);
  }

  /**
   * The same result; a longer text is cut behind a whole character and marked. Half a surrogate
   * pair, which no JSON can carry, becomes a question mark.
   */
  ToolResult bounded() {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    if (utf8.length <= MAX_BYTES) {
      return new ToolResult(new String(utf8, StandardCharsets.UTF_8), failed);
    }
    String mark = "\n[cut here: the result has " + utf8.length + " bytes]";
    int end = MAX_BYTES - mark.length();
    while ((utf8[end] & 0xC0) == 0x80) {
      end--;
    }
    return new ToolResult(new String(utf8, 0, end, StandardCharsets.UTF_8) + mark, failed);
  }
}
