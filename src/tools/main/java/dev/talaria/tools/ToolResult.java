package dev.talaria.tools;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;

/**
 * What a tool gives back to the model. Immutable.
 *
 * @param text what the model reads
 * @param failed whether the tool failed; the text should say so, since a model may see nothing else
 */
public record ToolResult(String text, boolean failed) {

  public ToolResult {
    Objects.requireNonNull(text, "text");
  }

  /** A success. */
  public static ToolResult of(String text) {
    return new ToolResult(text, false);
  }

  /** A success with a JSON document. */
  public static ToolResult of(JsonNode json) {
    return new ToolResult(json.toString(), false);
  }

  /** A failure that the model reads. */
  public static ToolResult failure(String message) {
    return new ToolResult(message, true);
  }
}
