// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The result of {@code plugin/skill/read}. */
public final class PluginSkillReadResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public PluginSkillReadResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code contents}; empty when absent or null} */
  public Optional<String> contents() {
    return Wire.optionalText(json(), "contents");
  }
}
