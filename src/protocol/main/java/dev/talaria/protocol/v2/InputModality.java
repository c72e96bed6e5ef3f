// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** Canonical user-input modality tags advertised by a model. */
public enum InputModality implements WireEnum {
  /** Plain text turns and tool payloads. */
  TEXT("text"),
  /** Image attachments included in user turns. */
  IMAGE("image"),
  /** Audio attachments included in user turns. */
  AUDIO("audio"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  InputModality(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return Wire.sent(wire);
  }

  /**
   * {@return the constant of a string}
   *
   * @param json a string
   */
  public static InputModality read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
