// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;

/** Extra app-server data for a thread. */
public final class ThreadExtra extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadExtra(JsonNode json) {
    super(json);
  }
}
