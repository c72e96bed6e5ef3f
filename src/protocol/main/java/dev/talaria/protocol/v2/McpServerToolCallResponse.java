// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** The result of {@code mcpServer/tool/call}. */
public final class McpServerToolCallResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public McpServerToolCallResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code _meta}; a missing node when absent} */
  public JsonNode meta() {
    return json().path("_meta");
  }

  /** {@return {@code content}} */
  public List<JsonNode> content() {
    return Wire.list(json(), "content", Wire::node);
  }

  /** {@return {@code isError}; empty when absent or null} */
  public Optional<Boolean> isError() {
    return Wire.optional(json(), "isError", Wire::flag);
  }

  /** {@return {@code structuredContent}; a missing node when absent} */
  public JsonNode structuredContent() {
    return json().path("structuredContent");
  }
}
