// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The answer to {@code mcpServer/elicitation/request}. */
public final class McpServerElicitationRequestResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public McpServerElicitationRequestResponse(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param action {@code action}
   * @return a value with these fields
   */
  public static McpServerElicitationRequestResponse of(McpServerElicitationAction action) {
    return new McpServerElicitationRequestResponse(Wire.object("action", action));
  }

  /**
   * Optional client metadata for form-mode action handling.
   *
   * @return {@code _meta}; a missing node when absent
   */
  public JsonNode meta() {
    return json().path("_meta");
  }

  /**
   * Sets {@code _meta}.
   *
   * @param value not null
   * @return a copy with it
   */
  public McpServerElicitationRequestResponse meta(JsonNode value) {
    return new McpServerElicitationRequestResponse(Wire.with(json(), "_meta", value));
  }

  /** {@return {@code action}} */
  public McpServerElicitationAction action() {
    return Wire.required(json(), "action", McpServerElicitationAction::read);
  }

  /**
   * Structured user input for accepted elicitations, mirroring RMCP `CreateElicitationResult`.
   *
   * <p>This is nullable because decline/cancel responses have no content.
   *
   * @return {@code content}; a missing node when absent
   */
  public JsonNode content() {
    return json().path("content");
  }

  /**
   * Sets {@code content}.
   *
   * @param value not null
   * @return a copy with it
   */
  public McpServerElicitationRequestResponse content(JsonNode value) {
    return new McpServerElicitationRequestResponse(Wire.with(json(), "content", value));
  }
}
