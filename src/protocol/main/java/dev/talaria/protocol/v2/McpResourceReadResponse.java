// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** The result of {@code mcpServer/resource/read}. */
public final class McpResourceReadResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public McpResourceReadResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code contents}} */
  public List<ResourceContent> contents() {
    return Wire.list(json(), "contents", ResourceContent::new);
  }

  /**
   * Originating call when the server applied app-specific resource scoping.
   *
   * @return {@code originCallId}; empty when absent or null
   */
  public Optional<String> originCallId() {
    return Wire.optionalText(json(), "originCallId");
  }
}
