// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;

/**
 * {@code ReasoningItemContent} of the protocol.
 *
 * <p>Its {@code type} says what it is.
 */
public sealed interface ReasoningItemContent extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static ReasoningItemContent read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "reasoning_text" -> new ReasoningText(json);
      case "text" -> new Text(json);
      default -> new Unrecognized(json);
    };
  }

  /** {@code type} is {@code reasoning_text}. */
  final class ReasoningText extends WireObject implements ReasoningItemContent {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public ReasoningText(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param text {@code text}
     * @return a value with these fields
     */
    public static ReasoningText of(String text) {
      return new ReasoningText(Wire.object("type", "reasoning_text", "text", text));
    }

    /** {@return {@code text}} */
    public String text() {
      return Wire.text(json(), "text");
    }
  }

  /** {@code type} is {@code text}. */
  final class Text extends WireObject implements ReasoningItemContent {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Text(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param text {@code text}
     * @return a value with these fields
     */
    public static Text of(String text) {
      return new Text(Wire.object("type", "text", "text", text));
    }

    /** {@return {@code text}} */
    public String text() {
      return Wire.text(json(), "text");
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements ReasoningItemContent {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Unrecognized(JsonNode json) {
      super(json);
    }
  }
}
