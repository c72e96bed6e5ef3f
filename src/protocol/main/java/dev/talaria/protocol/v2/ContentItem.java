// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/**
 * {@code ContentItem} of the protocol.
 *
 * <p>Its {@code type} says what it is.
 */
public sealed interface ContentItem extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static ContentItem read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "input_text" -> new InputText(json);
      case "input_image" -> new InputImage(json);
      case "input_audio" -> new InputAudio(json);
      case "output_text" -> new OutputText(json);
      default -> new Unrecognized(json);
    };
  }

  /** {@code type} is {@code input_text}. */
  final class InputText extends WireObject implements ContentItem {

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
      return new InputText(Wire.object("type", "input_text", "text", text));
    }

    /** {@return {@code text}} */
    public String text() {
      return Wire.text(json(), "text");
    }
  }

  /** {@code type} is {@code input_image}. */
  final class InputImage extends WireObject implements ContentItem {

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
     * @return a value with no optional field
     */
    public static InputImage of() {
      return new InputImage(Wire.object("type", "input_image"));
    }

    /** {@return {@code detail}; empty when absent or null} */
    public Optional<ImageDetail> detail() {
      return Wire.optional(json(), "detail", ImageDetail::read);
    }

    /**
     * Sets {@code detail}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public InputImage detail(ImageDetail value) {
      return new InputImage(Wire.with(json(), "detail", value));
    }
  }

  /** Inline audio data or an uploaded file loaded by the Responses API. */
  final class InputAudio extends WireObject implements ContentItem {

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
     * @return a value with no optional field
     */
    public static InputAudio of() {
      return new InputAudio(Wire.object("type", "input_audio"));
    }
  }

  /** {@code type} is {@code output_text}. */
  final class OutputText extends WireObject implements ContentItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public OutputText(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param text {@code text}
     * @return a value with these fields
     */
    public static OutputText of(String text) {
      return new OutputText(Wire.object("type", "output_text", "text", text));
    }

    /** {@return {@code annotations}; empty also when absent or null} */
    public List<JsonNode> annotations() {
      return Wire.list(json(), "annotations", Wire::node);
    }

    /**
     * Sets {@code annotations}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public OutputText annotations(List<JsonNode> value) {
      return new OutputText(Wire.with(json(), "annotations", value));
    }

    /** {@return {@code logprobs}; empty also when absent or null} */
    public List<JsonNode> logprobs() {
      return Wire.list(json(), "logprobs", Wire::node);
    }

    /**
     * Sets {@code logprobs}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public OutputText logprobs(List<JsonNode> value) {
      return new OutputText(Wire.with(json(), "logprobs", value));
    }

    /** {@return {@code text}} */
    public String text() {
      return Wire.text(json(), "text");
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements ContentItem {

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
