// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code PluginSearchResult} of the protocol. */
public final class PluginSearchResult extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public PluginSearchResult(JsonNode json) {
    super(json);
  }

  /** {@return {@code marketplaceName}} */
  public String marketplaceName() {
    return Wire.text(json(), "marketplaceName");
  }

  /** {@return {@code marketplacePath}; empty when absent or null} */
  public Optional<String> marketplacePath() {
    return Wire.optionalText(json(), "marketplacePath");
  }

  /** {@return {@code plugin}} */
  public PluginSummary plugin() {
    return Wire.required(json(), "plugin", PluginSummary::new);
  }
}
