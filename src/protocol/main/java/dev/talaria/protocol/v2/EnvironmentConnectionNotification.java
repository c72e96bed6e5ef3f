// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/**
 * What {@code thread/environment/connected} tells and {@code thread/environment/disconnected}
 * tells.
 */
public final class EnvironmentConnectionNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public EnvironmentConnectionNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code environmentId}} */
  public String environmentId() {
    return Wire.text(json(), "environmentId");
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
