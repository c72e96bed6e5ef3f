// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** {@code WebSearchToolConfig} of the protocol. */
public final class WebSearchToolConfig extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public WebSearchToolConfig(JsonNode json) {
    super(json);
  }

  /** {@return {@code allowed_domains}; empty also when absent or null} */
  public List<String> allowedDomains() {
    return Wire.list(json(), "allowed_domains", Wire::text);
  }

  /** {@return {@code context_size}; empty when absent or null} */
  public Optional<WebSearchContextSize> contextSize() {
    return Wire.optional(json(), "context_size", WebSearchContextSize::read);
  }

  /** {@return {@code location}; empty when absent or null} */
  public Optional<WebSearchLocation> location() {
    return Wire.optional(json(), "location", WebSearchLocation::new);
  }
}
