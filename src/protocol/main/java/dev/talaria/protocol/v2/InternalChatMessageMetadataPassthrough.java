// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/**
 * Internal Responses API passthrough metadata copied into underlying chat messages.
 *
 * <p>Responses API strongly types this payload. Do not modify it without first getting API
 * approval and making the corresponding Responses API change.
 */
public final class InternalChatMessageMetadataPassthrough extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public InternalChatMessageMetadataPassthrough(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static InternalChatMessageMetadataPassthrough of() {
    return new InternalChatMessageMetadataPassthrough(Wire.object());
  }

  /** {@return {@code turn_id}; empty when absent or null} */
  public Optional<String> turnId() {
    return Wire.optionalText(json(), "turn_id");
  }

  /**
   * Sets {@code turn_id}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public InternalChatMessageMetadataPassthrough turnId(String value) {
    return new InternalChatMessageMetadataPassthrough(Wire.with(json(), "turn_id", value));
  }
}
