// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code McpServerStatus} of the protocol. */
public final class McpServerStatus extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public McpServerStatus(JsonNode json) {
    super(json);
  }

  /** {@return {@code authStatus}} */
  public McpAuthStatus authStatus() {
    return Wire.required(json(), "authStatus", McpAuthStatus::read);
  }

  /**
   * HTTP origin of the effective configured endpoint, including plugin servers. Excludes
   * credentials, path, query, and fragment; null for non-HTTP transports.
   *
   * @return {@code httpOrigin}; empty when absent or null
   */
  public Optional<String> httpOrigin() {
    return Wire.optionalText(json(), "httpOrigin");
  }

  /** {@return {@code name}} */
  public String name() {
    return Wire.text(json(), "name");
  }

  /** {@return {@code pluginId}; empty when absent or null} */
  public Optional<String> pluginId() {
    return Wire.optionalText(json(), "pluginId");
  }

  /** {@return {@code resourceTemplates}} */
  public List<ResourceTemplate> resourceTemplates() {
    return Wire.list(json(), "resourceTemplates", ResourceTemplate::new);
  }

  /** {@return {@code resources}} */
  public List<Resource> resources() {
    return Wire.list(json(), "resources", Resource::new);
  }

  /**
   * Current thread-runtime connection state; null when unavailable or the configuration changed.
   *
   * @return {@code runtimeStatus}; empty when absent or null
   */
  public Optional<McpServerConnectionStatus> runtimeStatus() {
    return Wire.optional(json(), "runtimeStatus", McpServerConnectionStatus::read);
  }

  /**
   * Capabilities advertised by the initialized MCP server; null when unavailable.
   *
   * @return {@code serverCapabilities}; a missing node when absent
   */
  public JsonNode serverCapabilities() {
    return json().path("serverCapabilities");
  }

  /** {@return {@code serverInfo}; empty when absent or null} */
  public Optional<McpServerInfo> serverInfo() {
    return Wire.optional(json(), "serverInfo", McpServerInfo::new);
  }

  /**
   * Opaque `_meta` from the first page of the corresponding MCP tool catalog. Null when
   * unavailable.
   *
   * @return {@code toolListMeta}; a missing node when absent
   */
  public JsonNode toolListMeta() {
    return json().path("toolListMeta");
  }

  /** {@return {@code tools}} */
  public Map<String, Tool> tools() {
    return Wire.map(json(), "tools", Tool::new);
  }

  /**
   * Tool discovery failed and no catalog was returned. Null when a catalog is returned,
   * including cached or empty catalogs.
   *
   * @return {@code toolsError}; empty when absent or null
   */
  public Optional<String> toolsError() {
    return Wire.optionalText(json(), "toolsError");
  }
}
