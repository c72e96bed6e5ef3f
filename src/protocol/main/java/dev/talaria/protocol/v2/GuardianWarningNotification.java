// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** What {@code guardianWarning} tells. */
public final class GuardianWarningNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public GuardianWarningNotification(JsonNode json) {
    super(json);
  }

  /**
   * Concise guardian warning message for the user.
   *
   * @return {@code message}
   */
  public String message() {
    return Wire.text(json(), "message");
  }

  /**
   * Thread target for the guardian warning.
   *
   * @return {@code threadId}
   */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
