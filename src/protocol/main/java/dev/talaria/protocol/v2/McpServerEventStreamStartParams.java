// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The params of {@code mcpServer/event/stream/start}. */
@Experimental
public final class McpServerEventStreamStartParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public McpServerEventStreamStartParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param arguments {@code arguments}
   * @param name {@code name}
   * @param server {@code server}
   * @param subscriptionId {@code subscriptionId}
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static McpServerEventStreamStartParams of(JsonNode arguments, String name, String server, String subscriptionId, String threadId) {
    return new McpServerEventStreamStartParams(Wire.object("arguments", arguments, "name", name, "server", server, "subscriptionId", subscriptionId, "threadId", threadId));
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
  public McpServerEventStreamStartParams meta(JsonNode value) {
    return new McpServerEventStreamStartParams(Wire.with(json(), "_meta", value));
  }

  /** {@return {@code arguments}; a missing node when absent} */
  public JsonNode arguments() {
    return json().path("arguments");
  }

  /** {@return {@code name}} */
  public String name() {
    return Wire.text(json(), "name");
  }

  /** {@return {@code server}} */
  public String server() {
    return Wire.text(json(), "server");
  }

  /** {@return {@code subscriptionId}} */
  public String subscriptionId() {
    return Wire.text(json(), "subscriptionId");
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
