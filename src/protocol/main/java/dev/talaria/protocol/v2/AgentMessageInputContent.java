// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;

/**
 * {@code AgentMessageInputContent} of the protocol.
 *
 * <p>Its {@code type} says what it is.
 */
public sealed interface AgentMessageInputContent extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static AgentMessageInputContent read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "input_text" -> new InputText(json);
      case "encrypted_content" -> new EncryptedContent(json);
      default -> new Unrecognized(json);
    };
  }

  /** {@code type} is {@code input_text}. */
  final class InputText extends WireObject implements AgentMessageInputContent {

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

  /** {@code type} is {@code encrypted_content}. */
  final class EncryptedContent extends WireObject implements AgentMessageInputContent {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public EncryptedContent(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param encryptedContent {@code encrypted_content}
     * @return a value with these fields
     */
    public static EncryptedContent of(String encryptedContent) {
      return new EncryptedContent(Wire.object("type", "encrypted_content", "encrypted_content", encryptedContent));
    }

    /** {@return {@code encrypted_content}} */
    public String encryptedContent() {
      return Wire.text(json(), "encrypted_content");
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements AgentMessageInputContent {

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
