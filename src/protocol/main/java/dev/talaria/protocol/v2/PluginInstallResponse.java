// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** The result of {@code plugin/install}. */
public final class PluginInstallResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public PluginInstallResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code appsNeedingAuth}} */
  public List<AppSummary> appsNeedingAuth() {
    return Wire.list(json(), "appsNeedingAuth", AppSummary::new);
  }

  /** {@return {@code authPolicy}} */
  public PluginAuthPolicy authPolicy() {
    return Wire.required(json(), "authPolicy", PluginAuthPolicy::read);
  }
}
