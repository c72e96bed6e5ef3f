// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code ToolsV2} of the protocol. */
public final class ToolsV2 extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ToolsV2(JsonNode json) {
    super(json);
  }

  /** {@return {@code web_search}; empty when absent or null} */
  public Optional<WebSearchToolConfig> webSearch() {
    return Wire.optional(json(), "web_search", WebSearchToolConfig::new);
  }
}
