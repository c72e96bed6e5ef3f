// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;

/** Backward-compatible API shape for ChatGPT workspace login restrictions. */
public final class ForcedChatgptWorkspaceIds extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ForcedChatgptWorkspaceIds(JsonNode json) {
    super(json);
  }
}
