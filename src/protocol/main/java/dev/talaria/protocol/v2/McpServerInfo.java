// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** Presentation metadata advertised by an initialized MCP server. */
public final class McpServerInfo extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public McpServerInfo(JsonNode json) {
    super(json);
  }

  /** {@return {@code description}; empty when absent or null} */
  public Optional<String> description() {
    return Wire.optionalText(json(), "description");
  }

  /** {@return {@code icons}; empty also when absent or null} */
  public List<JsonNode> icons() {
    return Wire.list(json(), "icons", Wire::node);
  }

  /** {@return {@code name}} */
  public String name() {
    return Wire.text(json(), "name");
  }

  /** {@return {@code title}; empty when absent or null} */
  public Optional<String> title() {
    return Wire.optionalText(json(), "title");
  }

  /** {@return {@code version}} */
  public String version() {
    return Wire.text(json(), "version");
  }

  /** {@return {@code websiteUrl}; empty when absent or null} */
  public Optional<String> websiteUrl() {
    return Wire.optionalText(json(), "websiteUrl");
  }
}
