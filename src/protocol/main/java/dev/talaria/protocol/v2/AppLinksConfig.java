// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;

/** Account settings for a single app. */
public final class AppLinksConfig extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AppLinksConfig(JsonNode json) {
    super(json);
  }
}
