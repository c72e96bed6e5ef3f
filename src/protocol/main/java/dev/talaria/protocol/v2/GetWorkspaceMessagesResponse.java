// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** The result of {@code account/workspaceMessages/read}. */
public final class GetWorkspaceMessagesResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public GetWorkspaceMessagesResponse(JsonNode json) {
    super(json);
  }

  /**
   * Whether the workspace-message backend route is available for this client.
   *
   * @return {@code featureEnabled}
   */
  public boolean featureEnabled() {
    return Wire.required(json(), "featureEnabled", Wire::flag);
  }

  /**
   * Active workspace messages returned by the backend.
   *
   * @return {@code messages}
   */
  public List<WorkspaceMessage> messages() {
    return Wire.list(json(), "messages", WorkspaceMessage::new);
  }
}
