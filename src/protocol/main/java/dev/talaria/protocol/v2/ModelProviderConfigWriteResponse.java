// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The result of {@code modelProvider/config/write}. */
public final class ModelProviderConfigWriteResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ModelProviderConfigWriteResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code provider}} */
  public ModelProviderSummary provider() {
    return Wire.required(json(), "provider", ModelProviderSummary::new);
  }
}
