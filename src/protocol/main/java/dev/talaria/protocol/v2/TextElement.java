// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code TextElement} of the protocol. */
public final class TextElement extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public TextElement(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param byteRange {@code byteRange}
   * @return a value with these fields
   */
  public static TextElement of(ByteRange byteRange) {
    return new TextElement(Wire.object("byteRange", byteRange));
  }

  /**
   * Byte range in the parent `text` buffer that this element occupies.
   *
   * @return {@code byteRange}
   */
  public ByteRange byteRange() {
    return Wire.required(json(), "byteRange", ByteRange::new);
  }

  /**
   * Optional human-readable placeholder for the element, displayed in the UI.
   *
   * @return {@code placeholder}; empty when absent or null
   */
  public Optional<String> placeholder() {
    return Wire.optionalText(json(), "placeholder");
  }

  /**
   * Sets {@code placeholder}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public TextElement placeholder(String value) {
    return new TextElement(Wire.with(json(), "placeholder", value));
  }
}
