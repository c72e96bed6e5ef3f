// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** EXPERIMENTAL - notification emitted when the app list changes. */
public final class AppListUpdatedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AppListUpdatedNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code data}} */
  public List<AppInfo> data() {
    return Wire.list(json(), "data", AppInfo::new);
  }
}
