// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The result of {@code modelProvider/capabilities/read}. */
public final class ModelProviderCapabilitiesReadResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ModelProviderCapabilitiesReadResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code imageGeneration}} */
  public boolean imageGeneration() {
    return Wire.required(json(), "imageGeneration", Wire::flag);
  }

  /** {@return {@code webSearch}} */
  public boolean webSearch() {
    return Wire.required(json(), "webSearch", Wire::flag);
  }
}
