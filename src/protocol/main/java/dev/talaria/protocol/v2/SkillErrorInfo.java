// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code SkillErrorInfo} of the protocol. */
public final class SkillErrorInfo extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public SkillErrorInfo(JsonNode json) {
    super(json);
  }

  /** {@return {@code message}} */
  public String message() {
    return Wire.text(json(), "message");
  }

  /** {@return {@code path}} */
  public String path() {
    return Wire.text(json(), "path");
  }
}
