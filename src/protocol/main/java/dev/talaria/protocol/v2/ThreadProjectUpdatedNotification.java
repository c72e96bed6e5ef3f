// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** What {@code thread/project/updated} tells. */
public final class ThreadProjectUpdatedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadProjectUpdatedNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code projectId}; empty when absent or null} */
  public Optional<String> projectId() {
    return Wire.optionalText(json(), "projectId");
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
