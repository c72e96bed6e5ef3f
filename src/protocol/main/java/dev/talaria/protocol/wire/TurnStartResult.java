package dev.talaria.protocol.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What {@code turn/start} returns.
 *
 * @param raw the whole result
 */
public record TurnStartResult(JsonNode raw) {

  /** The id of the turn that was started: {@code turn.id}; empty if it is not a text. */
  public Optional<String> turnId() {
    return Optional.of(raw.path("turn").path("id"))
        .filter(id -> id.isTextual() && !id.textValue().isBlank())
        .map(JsonNode::textValue);
  }
}
