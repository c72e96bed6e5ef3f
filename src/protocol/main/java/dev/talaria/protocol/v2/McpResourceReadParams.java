// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The params of {@code mcpServer/resource/read}. */
public final class McpResourceReadParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public McpResourceReadParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param server {@code server}
   * @param uri {@code uri}
   * @return a value with these fields
   */
  public static McpResourceReadParams of(String server, String uri) {
    return new McpResourceReadParams(Wire.object("server", server, "uri", uri));
  }

  /**
   * Additional MCP request metadata. Account and turn routing keys are reserved.
   *
   * @return {@code _meta}; a missing node when absent
   */
  public JsonNode meta() {
    return json().path("_meta");
  }

  /**
   * Sets {@code _meta}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public McpResourceReadParams meta(JsonNode value) {
    return new McpResourceReadParams(Wire.with(json(), "_meta", value));
  }

  /** {@return {@code connectorId}; empty when absent or null} */
  public Optional<String> connectorId() {
    return Wire.optionalText(json(), "connectorId");
  }

  /**
   * Sets {@code connectorId}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public McpResourceReadParams connectorId(String value) {
    return new McpResourceReadParams(Wire.with(json(), "connectorId", value));
  }

  /**
   * Originating MCP tool call used to select the resource's app.
   *
   * @return {@code originCallId}; empty when absent or null
   */
  public Optional<String> originCallId() {
    return Wire.optionalText(json(), "originCallId");
  }

  /**
   * Sets {@code originCallId}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public McpResourceReadParams originCallId(String value) {
    return new McpResourceReadParams(Wire.with(json(), "originCallId", value));
  }

  /** {@return {@code server}} */
  public String server() {
    return Wire.text(json(), "server");
  }

  /**
   * Explicit hosted app/account. Omit to retain legacy resource discovery.
   *
   * @return {@code target}; empty when absent or null
   */
  public Optional<McpResourceReadTarget> target() {
    return Wire.optional(json(), "target", McpResourceReadTarget::new);
  }

  /**
   * Sets {@code target}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public McpResourceReadParams target(McpResourceReadTarget value) {
    return new McpResourceReadParams(Wire.with(json(), "target", value));
  }

  /** {@return {@code threadId}; empty when absent or null} */
  public Optional<String> threadId() {
    return Wire.optionalText(json(), "threadId");
  }

  /**
   * Sets {@code threadId}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public McpResourceReadParams threadId(String value) {
    return new McpResourceReadParams(Wire.with(json(), "threadId", value));
  }

  /** {@return {@code uri}} */
  public String uri() {
    return Wire.text(json(), "uri");
  }
}
