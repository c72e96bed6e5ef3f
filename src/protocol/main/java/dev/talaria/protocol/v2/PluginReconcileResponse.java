// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/**
 * Bundle and installed-state changes observed by this pass, not a runtime-readiness
 * acknowledgement or a cumulative diff since the client's last request. Other metadata-only
 * changes are not listed.
 */
public final class PluginReconcileResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public PluginReconcileResponse(JsonNode json) {
    super(json);
  }

  /**
   * Plugins affected by bundle changes, enablement changes, or removals. Installed-state changes
   * compare against the previous cached snapshot, including cached reinstalls. Removal hints
   * survive cache cleanup failures; unchanged plugins are omitted.
   *
   * @return {@code changedPlugins}
   */
  public List<PluginReconcileChangedPlugin> changedPlugins() {
    return Wire.list(json(), "changedPlugins", PluginReconcileChangedPlugin::new);
  }

  /**
   * Subset of failures for which the requested bundle could not be materialized. A previously
   * cached version may still be available.
   *
   * @return {@code failedMaterializationRemotePluginIds}
   */
  public List<String> failedMaterializationRemotePluginIds() {
    return Wire.list(json(), "failedMaterializationRemotePluginIds", Wire::text);
  }

  /**
   * Backend remote plugin IDs whose bundle or identity update failed.
   *
   * @return {@code failedRemotePluginIds}
   */
  public List<String> failedRemotePluginIds() {
    return Wire.list(json(), "failedRemotePluginIds", Wire::text);
  }
}
