// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** The result of {@code skills/list}. */
public final class SkillsListResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public SkillsListResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code data}} */
  public List<SkillsListEntry> data() {
    return Wire.list(json(), "data", SkillsListEntry::new);
  }
}
