// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** What {@code warning} tells. */
public final class WarningNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public WarningNotification(JsonNode json) {
    super(json);
  }

  /**
   * Concise warning message for the user.
   *
   * @return {@code message}
   */
  public String message() {
    return Wire.text(json(), "message");
  }

  /**
   * Optional thread target when the warning applies to a specific thread.
   *
   * @return {@code threadId}; empty when absent or null
   */
  public Optional<String> threadId() {
    return Wire.optionalText(json(), "threadId");
  }
}
