// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code AgentMessageModeration} of the protocol. */
public final class AgentMessageModeration extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AgentMessageModeration(JsonNode json) {
    super(json);
  }

  /** {@return {@code display}; empty when absent or null} */
  public Optional<AgentMessageDisplay> display() {
    return Wire.optional(json(), "display", AgentMessageDisplay::new);
  }

  /** {@return {@code moderated}} */
  public boolean moderated() {
    return Wire.required(json(), "moderated", Wire::flag);
  }
}
