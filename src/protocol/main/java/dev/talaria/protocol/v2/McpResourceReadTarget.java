// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code McpResourceReadTarget} of the protocol. */
public final class McpResourceReadTarget extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public McpResourceReadTarget(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param connectorId {@code connectorId}
   * @param linkId {@code linkId}; may be null
   * @return a value with these fields
   */
  public static McpResourceReadTarget of(String connectorId, String linkId) {
    return new McpResourceReadTarget(Wire.object("connectorId", connectorId, "linkId", linkId));
  }

  /** {@return {@code connectorId}} */
  public String connectorId() {
    return Wire.text(json(), "connectorId");
  }

  /**
   * Null explicitly requests no-auth access, subject to the app's resource policy.
   *
   * @return {@code linkId}; empty when absent or null
   */
  public Optional<String> linkId() {
    return Wire.optionalText(json(), "linkId");
  }
}
