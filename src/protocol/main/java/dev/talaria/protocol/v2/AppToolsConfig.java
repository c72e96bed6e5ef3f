// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;

/** {@code AppToolsConfig} of the protocol. */
public final class AppToolsConfig extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AppToolsConfig(JsonNode json) {
    super(json);
  }
}
