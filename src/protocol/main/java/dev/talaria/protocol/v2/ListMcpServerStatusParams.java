// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The params of {@code mcpServerStatus/list}. */
public final class ListMcpServerStatusParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ListMcpServerStatusParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static ListMcpServerStatusParams of() {
    return new ListMcpServerStatusParams(Wire.object());
  }

  /**
   * Opaque pagination cursor returned by a previous call.
   *
   * @return {@code cursor}; empty when absent or null
   */
  public Optional<String> cursor() {
    return Wire.optionalText(json(), "cursor");
  }

  /**
   * Sets {@code cursor}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ListMcpServerStatusParams cursor(String value) {
    return new ListMcpServerStatusParams(Wire.with(json(), "cursor", value));
  }

  /**
   * Controls how much MCP inventory data to fetch for each server. Defaults to `Full` when
   * omitted.
   *
   * @return {@code detail}; empty when absent or null
   */
  public Optional<McpServerStatusDetail> detail() {
    return Wire.optional(json(), "detail", McpServerStatusDetail::read);
  }

  /**
   * Sets {@code detail}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ListMcpServerStatusParams detail(McpServerStatusDetail value) {
    return new ListMcpServerStatusParams(Wire.with(json(), "detail", value));
  }

  /**
   * Optional page size; defaults to a server-defined value.
   *
   * @return {@code limit}; empty when absent or null
   */
  public Optional<Long> limit() {
    return Wire.optional(json(), "limit", Wire::longInteger);
  }

  /**
   * Sets {@code limit}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ListMcpServerStatusParams limit(Long value) {
    return new ListMcpServerStatusParams(Wire.with(json(), "limit", value));
  }

  /**
   * Limit discovery to one server. With a thread ID, reuse that thread's MCP connection.
   *
   * @return {@code serverName}; empty when absent or null
   */
  public Optional<String> serverName() {
    return Wire.optionalText(json(), "serverName");
  }

  /**
   * Sets {@code serverName}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ListMcpServerStatusParams serverName(String value) {
    return new ListMcpServerStatusParams(Wire.with(json(), "serverName", value));
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
  public ListMcpServerStatusParams threadId(String value) {
    return new ListMcpServerStatusParams(Wire.with(json(), "threadId", value));
  }
}
