// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/**
 * {@code UserInput} of the protocol.
 *
 * <p>Its {@code type} says what it is.
 */
public sealed interface UserInput extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static UserInput read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "text" -> new Text(json);
      case "image" -> new Image(json);
      case "localImage" -> new LocalImage(json);
      case "audio" -> new Audio(json);
      case "localAudio" -> new LocalAudio(json);
      case "skill" -> new Skill(json);
      case "mention" -> new Mention(json);
      default -> new Unrecognized(json);
    };
  }

  /** {@code type} is {@code text}. */
  final class Text extends WireObject implements UserInput {

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

    /**
     * UI-defined spans within `text` used to render or persist special elements.
     *
     * @return {@code text_elements}; empty also when absent or null
     */
    public List<TextElement> textElements() {
      return Wire.list(json(), "text_elements", TextElement::new);
    }

    /**
     * Sets {@code text_elements}.
     *
     * @param value not null
     * @return a copy with it
     */
    public Text textElements(List<TextElement> value) {
      return new Text(Wire.with(json(), "text_elements", value));
    }
  }

  /** {@code type} is {@code image}. */
  final class Image extends WireObject implements UserInput {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Image(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @return a value with no optional field
     */
    public static Image of() {
      return new Image(Wire.object("type", "image"));
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
    public Image detail(ImageDetail value) {
      return new Image(Wire.with(json(), "detail", value));
    }
  }

  /** {@code type} is {@code localImage}. */
  final class LocalImage extends WireObject implements UserInput {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public LocalImage(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param path {@code path}
     * @return a value with these fields
     */
    public static LocalImage of(String path) {
      return new LocalImage(Wire.object("type", "localImage", "path", path));
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
    public LocalImage detail(ImageDetail value) {
      return new LocalImage(Wire.with(json(), "detail", value));
    }

    /** {@return {@code path}} */
    public String path() {
      return Wire.text(json(), "path");
    }
  }

  /** {@code type} is {@code audio}. */
  final class Audio extends WireObject implements UserInput {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Audio(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @return a value with no optional field
     */
    public static Audio of() {
      return new Audio(Wire.object("type", "audio"));
    }
  }

  /** {@code type} is {@code localAudio}. */
  final class LocalAudio extends WireObject implements UserInput {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public LocalAudio(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param path {@code path}
     * @return a value with these fields
     */
    public static LocalAudio of(String path) {
      return new LocalAudio(Wire.object("type", "localAudio", "path", path));
    }

    /** {@return {@code path}} */
    public String path() {
      return Wire.text(json(), "path");
    }
  }

  /** {@code type} is {@code skill}. */
  final class Skill extends WireObject implements UserInput {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Skill(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param name {@code name}
     * @param path {@code path}
     * @return a value with these fields
     */
    public static Skill of(String name, String path) {
      return new Skill(Wire.object("type", "skill", "name", name, "path", path));
    }

    /** {@return {@code name}} */
    public String name() {
      return Wire.text(json(), "name");
    }

    /** {@return {@code path}} */
    public String path() {
      return Wire.text(json(), "path");
    }
  }

  /** {@code type} is {@code mention}. */
  final class Mention extends WireObject implements UserInput {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Mention(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param name {@code name}
     * @param path {@code path}
     * @return a value with these fields
     */
    public static Mention of(String name, String path) {
      return new Mention(Wire.object("type", "mention", "name", name, "path", path));
    }

    /** {@return {@code name}} */
    public String name() {
      return Wire.text(json(), "name");
    }

    /** {@return {@code path}} */
    public String path() {
      return Wire.text(json(), "path");
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements UserInput {

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
