// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The result of {@code skills/config/write}. */
public final class SkillsConfigWriteResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public SkillsConfigWriteResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code effectiveEnabled}} */
  public boolean effectiveEnabled() {
    return Wire.required(json(), "effectiveEnabled", Wire::flag);
  }
}
