// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** {@code SkillDependencies} of the protocol. */
public final class SkillDependencies extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public SkillDependencies(JsonNode json) {
    super(json);
  }

  /** {@return {@code tools}} */
  public List<SkillToolDependency> tools() {
    return Wire.list(json(), "tools", SkillToolDependency::new);
  }
}
