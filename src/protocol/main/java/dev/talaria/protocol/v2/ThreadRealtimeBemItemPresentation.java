// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;

/**
 * EXPERIMENTAL - how an existing agent item appears in a realtime conversation.
 *
 * <p>Its {@code type} says what it is.
 */
public sealed interface ThreadRealtimeBemItemPresentation extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static ThreadRealtimeBemItemPresentation read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "wholeItem" -> new WholeItem(json);
      case "inlineMarkdown" -> new InlineMarkdown(json);
      case "inlineVisualization" -> new InlineVisualization(json);
      default -> new Unrecognized(json);
    };
  }

  /** {@code type} is {@code wholeItem}. */
  final class WholeItem extends WireObject implements ThreadRealtimeBemItemPresentation {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public WholeItem(JsonNode json) {
      super(json);
    }
  }

  /** {@code type} is {@code inlineMarkdown}. */
  final class InlineMarkdown extends WireObject implements ThreadRealtimeBemItemPresentation {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public InlineMarkdown(JsonNode json) {
      super(json);
    }
  }

  /** {@code type} is {@code inlineVisualization}. */
  final class InlineVisualization extends WireObject implements ThreadRealtimeBemItemPresentation {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public InlineVisualization(JsonNode json) {
      super(json);
    }

    /** {@return {@code index}} */
    public long index() {
      return Wire.required(json(), "index", Wire::longInteger);
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements ThreadRealtimeBemItemPresentation {

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
