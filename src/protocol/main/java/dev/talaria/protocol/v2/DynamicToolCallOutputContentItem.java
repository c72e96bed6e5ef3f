// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;

/**
 * {@code DynamicToolCallOutputContentItem} of the protocol.
 *
 * <p>Its {@code type} says what it is.
 */
public sealed interface DynamicToolCallOutputContentItem extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static DynamicToolCallOutputContentItem read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "inputText" -> new InputText(json);
      case "inputImage" -> new InputImage(json);
      case "inputAudio" -> new InputAudio(json);
      default -> new Unrecognized(json);
    };
  }

  /** {@code type} is {@code inputText}. */
  final class InputText extends WireObject implements DynamicToolCallOutputContentItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public InputText(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param text {@code text}
     * @return a value with these fields
     */
    public static InputText of(String text) {
      return new InputText(Wire.object("type", "inputText", "text", text));
    }

    /** {@return {@code text}} */
    public String text() {
      return Wire.text(json(), "text");
    }
  }

  /** {@code type} is {@code inputImage}. */
  final class InputImage extends WireObject implements DynamicToolCallOutputContentItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public InputImage(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param imageUrl {@code imageUrl}
     * @return a value with these fields
     */
    public static InputImage of(String imageUrl) {
      return new InputImage(Wire.object("type", "inputImage", "imageUrl", imageUrl));
    }

    /** {@return {@code imageUrl}} */
    public String imageUrl() {
      return Wire.text(json(), "imageUrl");
    }
  }

  /** {@code type} is {@code inputAudio}. */
  final class InputAudio extends WireObject implements DynamicToolCallOutputContentItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public InputAudio(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param audioUrl {@code audioUrl}
     * @return a value with these fields
     */
    public static InputAudio of(String audioUrl) {
      return new InputAudio(Wire.object("type", "inputAudio", "audioUrl", audioUrl));
    }

    /** {@return {@code audioUrl}} */
    public String audioUrl() {
      return Wire.text(json(), "audioUrl");
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements DynamicToolCallOutputContentItem {

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
