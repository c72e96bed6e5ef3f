// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** What {@code project/changed} tells. */
public final class ProjectChangedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ProjectChangedNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code changeType}} */
  public ProjectChangeType changeType() {
    return Wire.required(json(), "changeType", ProjectChangeType::read);
  }

  /** {@return {@code projectId}} */
  public String projectId() {
    return Wire.text(json(), "projectId");
  }
}
