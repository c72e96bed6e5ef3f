// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** What {@code fuzzyFileSearch/sessionCompleted} tells. */
public final class FuzzyFileSearchSessionCompletedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public FuzzyFileSearchSessionCompletedNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code sessionId}} */
  public String sessionId() {
    return Wire.text(json(), "sessionId");
  }
}
