// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/**
 * Classifies assistant text as commentary, a partial answer, or a terminal answer.
 *
 * <p>Providers do not emit this consistently, so callers must treat `None` as "phase unknown"
 * and keep compatibility behavior for legacy models.
 */
public enum MessagePhase implements WireEnum {
  /**
   * Mid-turn assistant text (for example preamble/progress narration).
   *
   * <p>Additional tool calls or assistant output may follow before turn completion.
   */
  COMMENTARY("commentary"),
  /** Stable answer text that may be followed by more assistant output or tools. */
  PARTIAL_ANSWER("partial_answer"),
  /** The assistant's declared terminal answer text for the current turn. */
  FINAL_ANSWER("final_answer"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  MessagePhase(String wire) {
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
  public static MessagePhase read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
