// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The params of {@code mcpServer/tool/call}. */
public final class McpServerToolCallParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public McpServerToolCallParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param server {@code server}
   * @param threadId {@code threadId}
   * @param tool {@code tool}
   * @return a value with these fields
   */
  public static McpServerToolCallParams of(String server, String threadId, String tool) {
    return new McpServerToolCallParams(Wire.object("server", server, "threadId", threadId, "tool", tool));
  }

  /** {@return {@code _meta}; a missing node when absent} */
  public JsonNode meta() {
    return json().path("_meta");
  }

  /**
   * Sets {@code _meta}.
   *
   * @param value not null
   * @return a copy with it
   */
  public McpServerToolCallParams meta(JsonNode value) {
    return new McpServerToolCallParams(Wire.with(json(), "_meta", value));
  }

  /** {@return {@code arguments}; a missing node when absent} */
  public JsonNode arguments() {
    return json().path("arguments");
  }

  /**
   * Sets {@code arguments}.
   *
   * @param value not null
   * @return a copy with it
   */
  public McpServerToolCallParams arguments(JsonNode value) {
    return new McpServerToolCallParams(Wire.with(json(), "arguments", value));
  }

  /** {@return {@code server}} */
  public String server() {
    return Wire.text(json(), "server");
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }

  /** {@return {@code tool}} */
  public String tool() {
    return Wire.text(json(), "tool");
  }
}
