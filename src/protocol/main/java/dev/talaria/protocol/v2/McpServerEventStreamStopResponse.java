// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;

/** The result of {@code mcpServer/event/stream/stop}. */
@Experimental
public final class McpServerEventStreamStopResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public McpServerEventStreamStopResponse(JsonNode json) {
    super(json);
  }
}
