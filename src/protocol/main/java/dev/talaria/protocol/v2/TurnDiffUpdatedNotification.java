// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/**
 * Notification that the turn-level unified diff has changed. Contains the latest aggregated diff
 * across all file changes in the turn.
 */
public final class TurnDiffUpdatedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public TurnDiffUpdatedNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code diff}} */
  public String diff() {
    return Wire.text(json(), "diff");
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }

  /** {@return {@code turnId}} */
  public String turnId() {
    return Wire.text(json(), "turnId");
  }
}
