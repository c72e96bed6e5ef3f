// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code ConfigLayer} of the protocol. */
public final class ConfigLayer extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ConfigLayer(JsonNode json) {
    super(json);
  }

  /** {@return {@code config}; a missing node when absent} */
  public JsonNode config() {
    return json().path("config");
  }

  /** {@return {@code disabledReason}; empty when absent or null} */
  public Optional<String> disabledReason() {
    return Wire.optionalText(json(), "disabledReason");
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
