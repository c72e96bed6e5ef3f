// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The result of {@code plugin/share/save}. */
public final class PluginShareSaveResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public PluginShareSaveResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code canPublishToWorkspace}; empty when absent or null} */
  public Optional<Boolean> canPublishToWorkspace() {
    return Wire.optional(json(), "canPublishToWorkspace", Wire::flag);
  }

  /** {@return {@code remotePluginId}} */
  public String remotePluginId() {
    return Wire.text(json(), "remotePluginId");
  }

  /** {@return {@code shareUrl}} */
  public String shareUrl() {
    return Wire.text(json(), "shareUrl");
  }
}
