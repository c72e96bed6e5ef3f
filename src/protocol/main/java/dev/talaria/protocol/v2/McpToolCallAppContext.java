// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code McpToolCallAppContext} of the protocol. */
public final class McpToolCallAppContext extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public McpToolCallAppContext(JsonNode json) {
    super(json);
  }

  /** {@return {@code actionName}; empty when absent or null} */
  public Optional<String> actionName() {
    return Wire.optionalText(json(), "actionName");
  }

  /** {@return {@code appName}; empty when absent or null} */
  public Optional<String> appName() {
    return Wire.optionalText(json(), "appName");
  }

  /** {@return {@code connectorId}} */
  public String connectorId() {
    return Wire.text(json(), "connectorId");
  }

  /** {@return {@code linkId}; empty when absent or null} */
  public Optional<String> linkId() {
    return Wire.optionalText(json(), "linkId");
  }

  /** {@return {@code resourceUri}; empty when absent or null} */
  public Optional<String> resourceUri() {
    return Wire.optionalText(json(), "resourceUri");
  }
}
