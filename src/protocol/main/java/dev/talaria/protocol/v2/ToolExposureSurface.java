// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** A model-facing surface on which a tool can be exposed. */
public enum ToolExposureSurface implements WireEnum {
  /** Nested tools available to Code Mode scripts. */
  CODE_MODE("code_mode"),
  /** Tools discovered later through tool search. */
  DEFERRED("deferred"),
  /** Tools present in the model's initial tool list. */
  DIRECT("direct"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  ToolExposureSurface(String wire) {
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
  public static ToolExposureSurface read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
