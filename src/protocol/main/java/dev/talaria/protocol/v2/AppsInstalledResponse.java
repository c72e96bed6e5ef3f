// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** The installed connectors in one committed runtime snapshot. */
public final class AppsInstalledResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AppsInstalledResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code apps}} */
  public List<InstalledApp> apps() {
    return Wire.list(json(), "apps", InstalledApp::new);
  }
}
