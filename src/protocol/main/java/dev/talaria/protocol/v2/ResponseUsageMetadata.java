// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** Usage metadata reported for one upstream response. */
public final class ResponseUsageMetadata extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ResponseUsageMetadata(JsonNode json) {
    super(json);
  }

  /** {@return {@code amount}; empty when absent or null} */
  public Optional<String> amount() {
    return Wire.optionalText(json(), "amount");
  }

  /** {@return {@code metadata}; a missing node when absent} */
  public JsonNode metadata() {
    return json().path("metadata");
  }
}
