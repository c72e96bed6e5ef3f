// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Map;

/** {@code QueuedSubmission} of the protocol. */
public final class QueuedSubmission extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public QueuedSubmission(JsonNode json) {
    super(json);
  }

  /** {@return {@code clientUserMessageId}} */
  public String clientUserMessageId() {
    return Wire.text(json(), "clientUserMessageId");
  }

  /** {@return {@code id}} */
  public String id() {
    return Wire.text(json(), "id");
  }

  /** {@return {@code input}} */
  public List<UserInput> input() {
    return Wire.list(json(), "input", UserInput::read);
  }

  /**
   * Metadata retained with this input, including across reconnect and restoration.
   *
   * @return {@code responsesapiClientMetadata}; empty also when absent or null
   */
  public Map<String, String> responsesapiClientMetadata() {
    return Wire.map(json(), "responsesapiClientMetadata", Wire::text);
  }
}
