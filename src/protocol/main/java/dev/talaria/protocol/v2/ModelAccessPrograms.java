// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** Caller-specific explicit access programs advertised by model discovery. */
public final class ModelAccessPrograms extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ModelAccessPrograms(JsonNode json) {
    super(json);
  }

  /**
   * Accepted explicit selections.
   *
   * @return {@code cyber}
   */
  public List<CyberAccessProgram> cyber() {
    return Wire.list(json(), "cyber", CyberAccessProgram::read);
  }
}
