// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code OverriddenMetadata} of the protocol. */
public final class OverriddenMetadata extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public OverriddenMetadata(JsonNode json) {
    super(json);
  }

  /** {@return {@code effectiveValue}; a missing node when absent} */
  public JsonNode effectiveValue() {
    return json().path("effectiveValue");
  }

  /** {@return {@code message}} */
  public String message() {
    return Wire.text(json(), "message");
  }

  /** {@return {@code overridingLayer}} */
  public ConfigLayerMetadata overridingLayer() {
    return Wire.required(json(), "overridingLayer", ConfigLayerMetadata::new);
  }
}
