// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** UI resource and display preference for model invocations, captured from the tool descriptor. */
public final class McpAppUi extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public McpAppUi(JsonNode json) {
    super(json);
  }

  /** {@return {@code preferredModelDisplayMode}} */
  public McpAppDisplayMode preferredModelDisplayMode() {
    return Wire.required(json(), "preferredModelDisplayMode", McpAppDisplayMode::read);
  }

  /** {@return {@code resourceUri}} */
  public String resourceUri() {
    return Wire.text(json(), "resourceUri");
  }
}
