// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** The result of {@code plugin/share/updateTargets}. */
public final class PluginShareUpdateTargetsResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public PluginShareUpdateTargetsResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code discoverability}} */
  public PluginShareDiscoverability discoverability() {
    return Wire.required(json(), "discoverability", PluginShareDiscoverability::read);
  }

  /** {@return {@code principals}} */
  public List<PluginSharePrincipal> principals() {
    return Wire.list(json(), "principals", PluginSharePrincipal::new);
  }
}
