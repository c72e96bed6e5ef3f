// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;

/**
 * Notification emitted when watched local skill files change.
 *
 * <p>Treat this as an invalidation signal and re-run `skills/list` with the client's current
 * parameters when refreshed skill metadata is needed.
 */
public final class SkillsChangedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public SkillsChangedNotification(JsonNode json) {
    super(json);
  }
}
