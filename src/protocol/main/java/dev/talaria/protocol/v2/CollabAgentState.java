// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code CollabAgentState} of the protocol. */
public final class CollabAgentState extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public CollabAgentState(JsonNode json) {
    super(json);
  }

  /** {@return {@code message}; empty when absent or null} */
  public Optional<String> message() {
    return Wire.optionalText(json(), "message");
  }

  /** {@return {@code status}} */
  public CollabAgentStatus status() {
    return Wire.required(json(), "status", CollabAgentStatus::read);
  }
}
