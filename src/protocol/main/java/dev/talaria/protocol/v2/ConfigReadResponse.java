// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Map;

/** The result of {@code config/read}. */
public final class ConfigReadResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ConfigReadResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code config}} */
  public Config config() {
    return Wire.required(json(), "config", Config::new);
  }

  /** {@return {@code layers}; empty also when absent or null} */
  public List<ConfigLayer> layers() {
    return Wire.list(json(), "layers", ConfigLayer::new);
  }

  /** {@return {@code origins}} */
  public Map<String, ConfigLayerMetadata> origins() {
    return Wire.map(json(), "origins", ConfigLayerMetadata::new);
  }
}
