// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;

/** The result of {@code mcpServer/event/stream/start}. */
@Experimental
public final class McpServerEventStreamStartResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public McpServerEventStreamStartResponse(JsonNode json) {
    super(json);
  }
}
