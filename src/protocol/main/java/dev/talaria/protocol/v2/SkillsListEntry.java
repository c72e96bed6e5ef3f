// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** {@code SkillsListEntry} of the protocol. */
public final class SkillsListEntry extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public SkillsListEntry(JsonNode json) {
    super(json);
  }

  /** {@return {@code cwd}} */
  public String cwd() {
    return Wire.text(json(), "cwd");
  }

  /** {@return {@code errors}} */
  public List<SkillErrorInfo> errors() {
    return Wire.list(json(), "errors", SkillErrorInfo::new);
  }

  /** {@return {@code skills}} */
  public List<SkillMetadata> skills() {
    return Wire.list(json(), "skills", SkillMetadata::new);
  }
}
