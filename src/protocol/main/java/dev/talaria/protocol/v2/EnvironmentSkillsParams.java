// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** {@code EnvironmentSkillsParams} of the protocol. */
public final class EnvironmentSkillsParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public EnvironmentSkillsParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static EnvironmentSkillsParams of() {
    return new EnvironmentSkillsParams(Wire.object());
  }

  /**
   * Exact catalog names that must be available from this environment.
   *
   * @return {@code required}; empty also when absent or null
   */
  public List<String> required() {
    return Wire.list(json(), "required", Wire::text);
  }

  /**
   * Sets {@code required}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public EnvironmentSkillsParams required(List<String> value) {
    return new EnvironmentSkillsParams(Wire.with(json(), "required", value));
  }
}
