// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code ConfigLayerMetadata} of the protocol. */
public final class ConfigLayerMetadata extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ConfigLayerMetadata(JsonNode json) {
    super(json);
  }

  /** {@return {@code name}} */
  public ConfigLayerSource name() {
    return Wire.required(json(), "name", ConfigLayerSource::read);
  }

  /** {@return {@code version}} */
  public String version() {
    return Wire.text(json(), "version");
  }
}
