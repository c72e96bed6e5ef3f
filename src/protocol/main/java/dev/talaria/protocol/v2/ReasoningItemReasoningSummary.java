// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;

/**
 * {@code ReasoningItemReasoningSummary} of the protocol.
 *
 * <p>Its {@code type} says what it is.
 */
public sealed interface ReasoningItemReasoningSummary extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static ReasoningItemReasoningSummary read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "summary_text" -> new SummaryText(json);
      default -> new Unrecognized(json);
    };
  }

  /** {@code type} is {@code summary_text}. */
  final class SummaryText extends WireObject implements ReasoningItemReasoningSummary {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public SummaryText(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param text {@code text}
     * @return a value with these fields
     */
    public static SummaryText of(String text) {
      return new SummaryText(Wire.object("type", "summary_text", "text", text));
    }

    /** {@return {@code text}} */
    public String text() {
      return Wire.text(json(), "text");
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements ReasoningItemReasoningSummary {

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
