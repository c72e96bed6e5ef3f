// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code AppReview} of the protocol. */
public final class AppReview extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AppReview(JsonNode json) {
    super(json);
  }

  /** {@return {@code status}} */
  public String status() {
    return Wire.text(json(), "status");
  }
}
